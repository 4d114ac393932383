import { rmSync } from 'node:fs'
import { resolve } from 'node:path'
import { createBase } from '../engine/index.ts'
import { command } from './command.ts'
import { exitCodes, printResult, type Terminal } from './terminal.ts'
import { withBase } from './withBase.ts'

/** `kebu new` */
export const newBase = command('cli.helpNew', { min: 1, max: 1 }, { sample: 'flag', empty: 'flag' }, async ({ words, options }, terminal) => {
  const path = resolve(terminal.folder, words[0] ?? '')
  const tables = await makeBase(path, { sample: options.sample, isEmpty: options.empty }, terminal)
  printResult(terminal, { path, tables }, () => `${terminal.t('cli.created', { path })} (${terminal.t('cli.tables', { count: tables })})`)
  return exitCodes.done
})

/** Makes a base, from the template unless it shall be empty; half a base is not left behind. */
export async function makeBase(path: string, { sample, isEmpty }: { sample: boolean; isEmpty: boolean }, terminal: Terminal): Promise<number> {
  createBase(path)
  if (isEmpty) return 0
  try {
    const made = await withBase(path, 'write', terminal, (run) =>
      run('base.applyTemplate', { template: 'customerBook', lang: terminal.lang, sample }),
    )
    return made.tables
  } catch (error) {
    rmSync(path, { force: true })
    throw error
  }
}
