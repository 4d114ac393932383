import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { basename } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { writeXlsxStream } from 'hucre'
import iconv from 'iconv-lite'
import type { OperationOutput, ParsedInput } from '#shared/contract/engine.ts'
import { Failure } from '#shared/contract/failure.ts'
import { appError, withDetails } from '#shared/i18n/appError.ts'
import { holdsValues } from '#shared/model/column.ts'
import type { ReadContext } from '../../context.ts'
import { cellsOf } from '../../records/page.ts'
import { rowListOf } from '../../records/rowList.ts'
import { csvLine } from './csvText.ts'
import { exportColumn, type ExportColumn, type ExportedCell } from './exportColumn.ts'
import { sheetName } from './sheetName.ts'
import { xlsxCell, xlsxColumn } from './xlsxRows.ts'

/** Rows read at once. */
const portion = 2000

/** Writes the rows of a view in their order. The file appears when it is whole; until then, and on failure, nothing does. */
export async function exportView(context: ReadContext, input: ParsedInput<'export.view'>): Promise<OperationOutput<'export.view'>> {
  const table = context.schema.tables.get(input.tableId)
  if (table === undefined) throw new Failure(appError('table.notFound'))
  const columns = input.columnIds.flatMap((id) => {
    const column = context.schema.columns.get(id)
    return column === undefined || column.tableId !== table.id || !holdsValues(column.type)
      ? []
      : [{ id, ...exportColumn(context, column, input.lang) }]
  })
  if (columns.length === 0) throw new Failure(appError('column.notFound'))
  const { ids } = rowListOf(context, table.id, input.query)
  const rows = rowsOf(context, table.id, columns, ids)
  const bytes =
    input.format === 'xlsx'
      ? Readable.fromWeb(
          writeXlsxStream(xlsxRows(rows), {
            name: sheetName(table.name),
            columns: columns.map(xlsxColumn),
            freezePane: { rows: 1 },
            inlineStrings: false,
          }),
        )
      : Readable.from(csvBytes(rows, columns, input.encoding))
  await writeWhole(context, bytes, input.path)
  return { path: input.path, rows: ids.length }
}

function* rowsOf(
  context: ReadContext,
  tableId: number,
  columns: readonly (ExportColumn & { id: number })[],
  ids: Float64Array,
): Generator<ExportedCell[][]> {
  const columnIds = columns.map((column) => column.id)
  for (let start = 0; start < ids.length; start += portion) {
    if (context.cancelled()) throw new Failure(appError('cancelled'))
    context.progress('exporting', start, ids.length)
    const some = [...ids.subarray(start, start + portion)]
    const values = cellsOf(context, tableId, columnIds, some)
    const cells = columns.map((column, index) =>
      column.cells(
        some,
        some.map((id) => values.get(id)?.[index] ?? null),
      ),
    )
    yield some.map((_, row) => cells.map((column) => column[row] ?? { kind: 'empty' }))
  }
}

function* xlsxRows(portions: Iterable<ExportedCell[][]>) {
  for (const rows of portions) for (const row of rows) yield row.map(xlsxCell)
}

/** UTF-8 begins with a mark: without it Excel takes the file for the encoding of the system. */
function* csvBytes(portions: Iterable<ExportedCell[][]>, columns: readonly ExportColumn[], encoding: 'utf-8' | 'gb18030'): Generator<Buffer> {
  const encode = (text: string): Buffer => (encoding === 'utf-8' ? Buffer.from(text) : iconv.encode(text, 'gb18030'))
  if (encoding === 'utf-8') yield Buffer.from([0xef, 0xbb, 0xbf])
  yield encode(csvLine(columns.map(({ name }) => ({ kind: 'text', text: name }))))
  for (const rows of portions) yield encode(rows.map(csvLine).join(''))
}

async function writeWhole(context: ReadContext, bytes: Readable, path: string): Promise<void> {
  const part = `${path}.part`
  try {
    await pipeline(bytes, createWriteStream(part))
    await rename(part, path)
  } catch (error) {
    await rm(part, { force: true })
    if (error instanceof Failure || context.cancelled()) throw error instanceof Failure ? error : new Failure(appError('cancelled'))
    throw new Failure(withDetails(appError('file.cannotWrite', { name: basename(path) }), error))
  }
}
