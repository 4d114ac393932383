import { closeSync, createReadStream, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Rejection } from '#shared/contract/exchange.ts'
import type { RawCell, RawRow } from '../read/workbook.ts'

/** What is wrong with one row: one entry for each cell that was not taken, or one for the row as a whole. */
export type Problem = Pick<Rejection, 'column' | 'value' | 'reason'>

/** A rejected row as it is kept for the rejection file. */
export type RejectedRow = { number: number; cells: RawCell[]; problems: Problem[] }

/** The rows an import did not take. Past the first thousand they are kept in a file: a whole sheet may be rejected. */
export type Rejections = {
  add(sheet: string, row: RawRow, problems: Problem[]): void
  readonly first: readonly Rejection[]
  readonly count: number
  /** Sheets with rejected rows, in the order they came. */
  sheets(): string[]
  rows(sheet: string): AsyncIterable<RejectedRow>
  /** Lets go of the file. */
  dispose(): void
}

const mostNamed = 1000

export function newRejections(): Rejections {
  const first: Rejection[] = []
  const spools = new Map<string, Spool>()
  let count = 0
  return {
    first,
    get count() {
      return count
    },
    add: (sheet, row, problems) => {
      count += problems.length
      for (const problem of problems) if (first.length < mostNamed) first.push({ sheet, row: row.number, ...problem })
      const spool = spools.get(sheet) ?? newSpool()
      spools.set(sheet, spool)
      spool.add({ number: row.number, cells: row.cells, problems })
    },
    sheets: () => [...spools.keys()],
    rows: (sheet) => spools.get(sheet)?.rows() ?? noRows(),
    dispose: () => {
      for (const spool of spools.values()) spool.dispose()
    },
  }
}

type Spool = { add(row: RejectedRow): void; rows(): AsyncIterable<RejectedRow>; dispose(): void }

function newSpool(): Spool {
  const kept: RejectedRow[] = []
  let folder: string | null = null
  let file = -1
  return {
    add: (row) => {
      if (kept.length < mostNamed) {
        kept.push(row)
        return
      }
      if (folder === null) {
        folder = mkdtempSync(join(tmpdir(), 'kebu-import-'))
        file = openSync(join(folder, 'rows'), 'w')
      }
      // The reader of lines takes these two for line ends as well.
      writeSync(
        file,
        `${JSON.stringify(row)
          .replace(/\u2028/g, '\\u2028')
          .replace(/\u2029/g, '\\u2029')}\n`,
      )
    },
    async *rows() {
      yield* kept
      if (folder === null) return
      for await (const line of createInterface({ input: createReadStream(join(folder, 'rows')) })) {
        const row: unknown = JSON.parse(line)
        if (isRejectedRow(row)) yield row
      }
    },
    dispose: () => {
      if (folder === null) return
      closeSync(file)
      rmSync(folder, { recursive: true, force: true })
      folder = null
    },
  }
}

/** What was written a moment ago by ourselves is not looked at cell by cell. */
function isRejectedRow(row: unknown): row is RejectedRow {
  return typeof row === 'object' && row !== null && 'number' in row && 'cells' in row && 'problems' in row
}

async function* noRows(): AsyncIterable<RejectedRow> {}
