import { columnSchema, type Column } from '#shared/model/column.ts'
import { fileColumnTypes } from '#shared/model/file.ts'
import { fileMark } from '#shared/lib/fileMarks.ts'
import { loggedTexts } from '../history/log.ts'
import type { ReadDb, WriteDb } from '../store/db.ts'
import { columnRef, idList, meta, sql, tableRef } from '../store/sql.ts'

type Candidate = { id: number; hash: string; size: number; since: number }

/**
 * Drops contents that no cell holds, those of the trash included, and no entry of the log could bring back. What was seen
 * to be held once stays held, because the log is kept: so closing looks only at what came since (`new`).
 */
export function dropUnused(db: WriteDb, which: 'new' | 'all'): { removed: number; bytes: number } {
  const query = meta.selectFrom('kebu_file').select(['id', 'hash', 'size', 'since'])
  const candidates = db.all(which === 'all' ? query : query.where('settled', '=', 0))
  if (candidates.length === 0) return { removed: 0, bytes: 0 }
  const unused = unusedOf(db, candidates)
  const ids = [...unused.values()].map(({ id }) => id)
  db.run(sql`delete from kebu_file_part where file_id in ${idList(ids)}`)
  db.run(sql`delete from kebu_file where id in ${idList(ids)}`)
  db.run(sql`update kebu_file set settled = 1 where settled = 0`)
  return { removed: ids.length, bytes: [...unused.values()].reduce((sum, { size }) => sum + size, 0) }
}

/** The candidates by hash, less those that a cell or the log names. */
function unusedOf(db: ReadDb, candidates: readonly Candidate[]): Map<string, Candidate> {
  const left = new Map(candidates.map((candidate) => [candidate.hash, candidate]))
  const strike = (text: string): void => {
    for (const [hash] of text.matchAll(anyHash)) left.delete(hash)
  }
  for (const column of holdingColumns(db)) {
    if (left.size === 0) return left
    for (const [cell] of db.iterate(cellsWithFiles(column))) strike(String(cell))
  }
  const since = candidates.reduce((least, candidate) => Math.min(least, candidate.since), Number.MAX_SAFE_INTEGER)
  for (const text of loggedTexts(db, since)) {
    if (left.size === 0) return left
    strike(text)
  }
  return left
}

const anyHash = /[0-9a-f]{64}/gu

/** Columns with files, or with texts that may show pictures; those in the trash too. */
function holdingColumns(db: ReadDb): Column[] {
  return db
    .all(meta.selectFrom('kebu_schema').select('body').where('kind', '=', 'column'))
    .map((row) => columnSchema.parse(JSON.parse(row.body)))
    .filter((column) => fileColumnTypes.has(column.type) || column.type === 'longText')
}

function cellsWithFiles(column: Column) {
  const cell = columnRef(column.id)
  const cells = sql`select ${cell} from ${tableRef(column.tableId)} where ${cell} is not null`
  return column.type === 'longText' ? sql`${cells} and instr(${cell}, ${fileMark}) > 0` : cells
}
