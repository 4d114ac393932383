import { existsSync, readFileSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { z } from 'zod'
import { encodingSchema, importPlanSchema, type ImportPlan, type ImportResult } from '#shared/contract/exchange.ts'
import { choice } from './arguments.ts'
import { command } from './command.ts'
import { guessPlan, type ImportWishes } from './importGuess.ts'
import { makeBase } from './newBase.ts'
import { exitCodes, printResult, type Terminal } from './terminal.ts'
import { UsageError } from './usageError.ts'
import { withBase } from './withBase.ts'

const options = {
  template: 'flag',
  sheet: 'texts',
  table: 'text',
  mode: 'text',
  key: 'texts',
  'missing-links': 'text',
  encoding: 'text',
  plan: 'text',
  'show-plan': 'flag',
  rejections: 'text',
} as const

/** `kebu import` */
export const importFiles = command('cli.helpImport', { min: 1, max: Infinity }, options, async ({ words, options: given }, terminal) => {
  const { t, folder } = terminal
  const [basePath = '', ...files] = words
  const plan = given.plan === null ? null : planIn(resolve(folder, given.plan), t)
  if (files.length === 0 && plan === null) throw new UsageError(t('cli.missingArgument'))
  const wishes: ImportWishes = {
    sheets: given.sheet,
    table: given.table,
    mode: choice(given.mode, 'mode', ['add', 'update', 'addOrUpdate'], t),
    keys: given.key,
    missingLinks: choice(given['missing-links'], 'missing-links', ['reject', 'create', 'leaveEmpty'], t),
    encoding: choice(given.encoding, 'encoding', encodingSchema.options, t),
  }
  const base = resolve(folder, basePath)
  if (given.template && !existsSync(base)) await makeBase(base, { sample: false, isEmpty: false }, terminal)
  const rejectionFolder = given.rejections === null ? null : resolve(folder, given.rejections)

  return withBase(base, given['show-plan'] ? 'readOnly' : 'write', terminal, async (run) => {
    const plans =
      plan === null
        ? files.map((file) => resolve(folder, file))
        : [{ ...plan, ...(files[0] === undefined ? {} : { path: resolve(folder, files[0]) }) }]
    const results: ({ path: string } & ImportResult)[] = []
    for (const one of plans) {
      const path = typeof one === 'string' ? one : one.path
      terminal.say(t('cli.readingFile', { name: basename(path) }))
      const planned = typeof one === 'string' ? await guessPlan(run, one, wishes, t) : one
      if (given['show-plan']) {
        terminal.print(JSON.stringify(planned, null, 2))
        continue
      }
      const result = { path, ...(await run('import.run', { ...planned, rejectionFolder })) }
      terminal.progress.end()
      results.push(result)
      if (!terminal.isJson) terminal.print(asText(result, (await run('base.describe', {})).tables, t))
    }
    if (terminal.isJson && !given['show-plan']) printResult(terminal, results, () => '')
    return results.some(({ rejectionCount }) => rejectionCount > 0) ? exitCodes.rowsRejected : exitCodes.done
  })
})

function planIn(path: string, t: Terminal['t']): ImportPlan {
  try {
    return importPlanSchema.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch (error) {
    const reason = error instanceof z.ZodError ? z.prettifyError(error) : error instanceof Error ? error.message : ''
    throw new UsageError(t('cli.badJson', { name: basename(path), reason }))
  }
}

function asText(result: ImportResult, tables: readonly { id: number; name: string }[], t: Terminal['t']): string {
  const lines = result.sheets.map(({ tableId, ...sheet }) =>
    t('cli.importedSheet', { ...sheet, table: tables.find(({ id }) => id === tableId)?.name ?? '' }),
  )
  if (result.rejectionCount > 0) lines.push(t('cli.rejectionsIn', { count: result.rejectionCount, path: result.rejectionFile ?? '' }))
  return lines.join('\n')
}
