import { extname, resolve } from 'node:path'
import { command } from './command.ts'
import { printPdf } from './printPdf.ts'
import { exitCodes, printResult } from './terminal.ts'
import { UsageError } from './usageError.ts'
import { withBase } from './withBase.ts'

/** `kebu report` */
export const report = command(
  'cli.helpReport',
  { min: 2, max: 2 },
  { from: 'text', to: 'text' },
  async ({ words, options: { from, to } }, terminal) => {
    const { t, lang } = terminal
    const base = resolve(terminal.folder, words[0] ?? '')
    const path = resolve(terminal.folder, words[1] ?? '')
    switch (extname(path).toLowerCase()) {
      case '.xlsx':
        await withBase(base, 'readOnly', terminal, (run) => run('report.xlsx', { lang, from, to, path }))
        break
      case '.pdf':
        await printPdf(base, path, { from, to }, terminal)
        break
      default:
        throw new UsageError(t('cli.badExtension', { extensions: '.pdf, .xlsx' }))
    }
    printResult(terminal, { path }, () => t('cli.reported', { path }))
    return exitCodes.done
  },
)
