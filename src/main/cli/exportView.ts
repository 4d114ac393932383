import { extname, resolve } from 'node:path'
import { choice } from './arguments.ts'
import { command } from './command.ts'
import { rowChoice, rowChoiceOptions } from './rowChoice.ts'
import { exitCodes, printResult } from './terminal.ts'
import { UsageError } from './usageError.ts'
import { withBase } from './withBase.ts'

/** `kebu export` */
export const exportView = command(
  'cli.helpExport',
  { min: 2, max: 2 },
  { ...rowChoiceOptions, encoding: 'text' },
  async ({ words, options }, terminal) => {
    const { t, lang } = terminal
    const path = resolve(terminal.folder, words[1] ?? '')
    const format = formatOf(path)
    if (format === null) throw new UsageError(t('cli.badExtension', { extensions: '.xlsx, .csv' }))
    const encoding = choice(options.encoding, 'encoding', ['utf-8', 'gb18030'], t) ?? 'utf-8'
    const done = await withBase(words[0] ?? '', 'readOnly', terminal, async (run) => {
      const { table, query, columns } = rowChoice(await run('base.describe', {}), options, terminal)
      return run('export.view', { tableId: table.id, query, columnIds: columns.map(({ id }) => id), path, format, encoding, lang })
    })
    printResult(terminal, done, () => t('cli.exported', done))
    return exitCodes.done
  },
)

function formatOf(path: string): 'xlsx' | 'csv' | null {
  const extension = extname(path).toLowerCase()
  return extension === '.xlsx' ? 'xlsx' : extension === '.csv' ? 'csv' : null
}
