import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { OperationOutput, ParsedInput } from '#shared/contract/engine.ts'
import { Failure } from '#shared/contract/failure.ts'
import { appError, withDetails } from '#shared/i18n/appError.ts'
import { freeFileName, safeFileName } from '#shared/lib/fileName.ts'
import { displayColumn } from '#shared/model/columns/display.ts'
import { fileColumnTypes, readFiles, type StoredFile } from '#shared/model/file.ts'
import type { ReadContext } from '../../context.ts'
import { contentOf } from '../../files/contents.ts'
import { writeContent } from '../../files/copy.ts'
import { cellsOf } from '../../records/page.ts'
import { titleSql } from '../../records/reads.ts'
import { rowListOf } from '../../records/rowList.ts'
import { idList, sql, tableRef } from '../../store/sql.ts'

/**
 * Writes the files of a view's rows into a folder, those of each row into a folder of its own that is named by the row.
 * Nothing that is there is written over, and nothing is left behind when it fails or is stopped.
 */
export function exportFiles(context: ReadContext, input: ParsedInput<'export.files'>): OperationOutput<'export.files'> {
  const rows = rowsWithFiles(context, input)
  const total = rows.reduce((sum, row) => sum + row.files.reduce((bytes, file) => bytes + file.size, 0), 0)
  let done = 0
  const onBytes = (count: number): void => {
    if (context.cancelled()) throw new Failure(appError('cancelled'))
    done += count
    context.progress('exporting', done, total)
  }
  let staging: string | null = null
  try {
    const taken = new Set(readdirSync(input.path).map((name) => name.toLowerCase()))
    staging = mkdtempSync(join(input.path, '.kebu-'))
    const counts = { path: input.path, files: 0, missing: 0 }
    const folders: string[] = []
    for (const row of rows) {
      const folder = takeName(safeFileName(row.title === '' ? `#${row.id}` : row.title), taken)
      mkdirSync(join(staging, folder))
      folders.push(folder)
      const names = new Set<string>()
      for (const file of row.files) {
        if (contentOf(context.db, file.hash) === null) counts.missing += 1
        else {
          writeContent(context.db, file.hash, join(staging, folder, takeName(safeFileName(file.name), names)), onBytes)
          counts.files += 1
        }
      }
    }
    for (const folder of folders) renameSync(join(staging, folder), join(input.path, folder))
    return counts
  } catch (error) {
    throw error instanceof Failure ? error : new Failure(withDetails(appError('file.cannotWrite', { name: basename(input.path) }), error))
  } finally {
    if (staging !== null) rmSync(staging, { recursive: true, force: true })
  }
}

type RowFiles = { id: number; title: string; files: StoredFile[] }

function rowsWithFiles(context: ReadContext, { tableId, query, columnIds }: ParsedInput<'export.files'>): RowFiles[] {
  const { schema } = context
  if (!schema.tables.has(tableId)) throw new Failure(appError('table.notFound'))
  const columns = columnIds.flatMap((id) => {
    const column = schema.columns.get(id)
    return column !== undefined && column.tableId === tableId && fileColumnTypes.has(displayColumn(column, schema.columns).type) ? [id] : []
  })
  const found: RowFiles[] = []
  const { ids } = rowListOf(context, tableId, query)
  for (let start = 0; start < ids.length; start += portion) {
    const some = [...ids.subarray(start, start + portion)]
    const cells = cellsOf(context, tableId, columns, some)
    const files = new Map(some.map((id) => [id, (cells.get(id) ?? []).flatMap(readFiles)]))
    const filled = some.filter((id) => (files.get(id)?.length ?? 0) > 0)
    const rows = context.db.rows(sql`select r.id, ${titleSql(context, tableId, 'r')} from ${tableRef(tableId)} r where r.id in ${idList(filled)}`)
    const titles = new Map(rows.map(([id, title]) => [Number(id), String(title ?? '')]))
    for (const id of filled) found.push({ id, title: titles.get(id) ?? '', files: files.get(id) ?? [] })
  }
  return found
}

/** Rows read at once. */
const portion = 2000

function takeName(wanted: string, taken: Set<string>): string {
  const name = freeFileName(wanted, taken)
  taken.add(name.toLowerCase())
  return name
}
