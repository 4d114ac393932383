import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Failure } from '#shared/contract/failure.ts'
import { appError, withDetails } from '#shared/i18n/appError.ts'
import { withBase } from './withBase.ts'
import type { Terminal } from './terminal.ts'

/** Has the desktop program print the report, for only a browser engine can set pages. */
export async function printPdf(
  base: string,
  path: string,
  { from, to }: { from: string | null; to: string | null },
  terminal: Terminal,
): Promise<void> {
  // Opened here first, so that a base that cannot be opened is said at once and in the usual words.
  await withBase(base, 'readOnly', terminal, (run) => run('base.describe', {}))
  const option = (name: string, value: string | null) => (value === null ? [] : [`--${name}=${value}`])
  const args = [starter(), '--print-report', base, '--out', path, `--lang=${terminal.lang}`, ...option('from', from), ...option('to', to)]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString()
  })
  child.stdout.resume()
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', resolve)
  })
  if (code !== 0)
    throw new Failure(withDetails(appError('internal'), terminal.t('cli.printFailed', { reason: said.trim().split('\n').at(-1) ?? String(code) })))
}

/** The script of this checkout that starts the desktop program, also where there is no display. */
function starter(): string {
  for (let folder = import.meta.dirname; folder !== dirname(folder); folder = dirname(folder)) {
    const script = join(folder, 'scripts', 'electron.mjs')
    if (existsSync(script)) return script
  }
  throw new Failure(withDetails(appError('internal'), 'scripts/electron.mjs is missing'))
}
