import type { CellValue } from '#shared/model/cell.ts'
import { isNumeric } from '#shared/model/columns/display.ts'
import { formatCell } from '#shared/model/columns/registry.ts'
import type { Member } from '#shared/model/member.ts'
import { choice } from './arguments.ts'
import { command } from './command.ts'
import { csvLine } from './csvLine.ts'
import { plainValue } from './plainValue.ts'
import { rowChoice, rowChoiceOptions, type RowChoice } from './rowChoice.ts'
import { textTable } from './textTable.ts'
import { exitCodes, type Terminal } from './terminal.ts'
import { UsageError } from './usageError.ts'
import { withBase, type RunOperation } from './withBase.ts'

const pageSize = 1000

/** `kebu query` */
export const query = command(
  'cli.helpQuery',
  { min: 1, max: 1 },
  { ...rowChoiceOptions, limit: 'text', format: 'text' },
  async ({ words, options }, terminal) => {
    const { t } = terminal
    const format = choice(options.format, 'format', ['table', 'csv', 'json'], t) ?? (terminal.isJson ? 'json' : 'table')
    const limit = options.limit === null ? 50 : Number(options.limit)
    if (!Number.isInteger(limit) || limit < 0) throw new UsageError(t('cli.badNumber', { value: options.limit ?? '' }))
    await withBase(words[0] ?? '', 'readOnly', terminal, async (run) => {
      const base = await run('base.describe', {})
      const chosen = rowChoice(base, options, terminal)
      const write = writers[format](chosen, base.members, terminal)
      await eachPage(run, chosen, limit === 0 ? Infinity : limit, write)
    })
    return exitCodes.done
  },
)

type Row = { id: number; cells: CellValue[] }
type Write = { rows(rows: readonly Row[]): void; end(shown: number, total: number): void }

async function eachPage(run: RunOperation, { table, query: rowQuery, columns }: RowChoice, limit: number, write: Write): Promise<void> {
  const columnIds = columns.map(({ id }) => id)
  let offset = 0
  let total = 0
  do {
    const page = await run('rows.page', { tableId: table.id, query: rowQuery, columnIds, offset, limit: Math.min(pageSize, limit - offset) })
    total = page.rowCount
    write.rows(page.items.filter((item) => item.kind === 'row'))
    offset += page.items.length
    if (page.items.length === 0) break
  } while (offset < Math.min(total, limit))
  write.end(offset, total)
}

const writers: Record<'table' | 'csv' | 'json', (choice: RowChoice, members: readonly Member[], terminal: Terminal) => Write> = {
  json: ({ columns, shown }, members, { print }) => {
    const names = distinctNames(columns.map(({ name }) => name))
    const objects: unknown[] = []
    return {
      rows: (rows) => {
        for (const { id, cells } of rows) {
          const values = shown.map((column, index) => [names[index] ?? '', plainValue(column, cells[index] ?? null, members)] as const)
          objects.push({ id, ...Object.fromEntries(values) })
        }
      },
      end: (_shown, total) => print(JSON.stringify({ total, rows: objects })),
    }
  },
  csv: ({ columns, shown }, members, { print, lang }) => {
    print(csvLine(columns.map(({ name }) => name)))
    return {
      rows: (rows) => {
        for (const { cells } of rows) print(csvLine(shown.map((column, index) => formatCell(column, cells[index] ?? null, { lang, members }))))
      },
      end: () => {},
    }
  },
  table: ({ columns, shown }, members, { print, say, lang, t }) => {
    const lines: string[][] = []
    return {
      rows: (rows) =>
        void lines.push(...rows.map(({ cells }) => shown.map((column, index) => formatCell(column, cells[index] ?? null, { lang, members })))),
      end: (count, total) => {
        for (const line of textTable(
          columns.map(({ name }) => name),
          lines,
          shown.map(isNumeric),
        ))
          print(line)
        say(t('cli.rowsShown', { shown: count, total }))
      },
    }
  },
}

/** Two columns of one name must not become one key. */
function distinctNames(names: readonly string[]): string[] {
  return names.map((name, index) => (names.indexOf(name) === index ? name : `${name} ${index + 1}`))
}
