import { resolve } from 'node:path'
import { langSchema, type Lang } from '#shared/i18n/lang.ts'

/** What the program was started for. */
export type Launch =
  | { mode: 'window'; /** Bases named on the command line, absolute. */ bases: string[]; lang: Lang | null }
  /** Does the main job in a real window, without anyone at the keyboard. */
  | { mode: 'mainJob'; folder: string; lang: Lang | null }
  | { mode: 'printReport'; base: string; out: string; lang: Lang | null; from: string | null; to: string | null }
  | { mode: 'wrong'; reason: string }

/**
 * Reads the command line among the switches that Electron and Chromium take for themselves.
 * `electron . 客户.kebu` · `--main-job OUTDIR` · `--print-report BASE --out PDF [--lang L] [--from DAY] [--to DAY]`
 */
export function launchOf(argv: readonly string[], folder: string): Launch {
  const option = (name: string) => optionOf(argv, name)
  const lang = langSchema.safeParse(option('lang')).data ?? null
  const mainJob = option('main-job')
  if (mainJob !== null) return { mode: 'mainJob', folder: resolve(folder, mainJob), lang }
  const base = option('print-report')
  if (base !== null) {
    const out = option('out')
    if (out === null) return { mode: 'wrong', reason: '--print-report needs --out <file.pdf>' }
    return { mode: 'printReport', base: resolve(folder, base), out: resolve(folder, out), lang, from: option('from'), to: option('to') }
  }
  const bases = argv.filter((argument) => !argument.startsWith('-') && /\.kebu$/i.test(argument)).map((path) => resolve(folder, path))
  return { mode: 'window', bases, lang }
}

/** `--name value` or `--name=value`. */
function optionOf(argv: readonly string[], name: string): string | null {
  const at = argv.findIndex((argument) => argument === `--${name}` || argument.startsWith(`--${name}=`))
  const found = argv[at]
  if (found === undefined) return null
  if (found.includes('=')) return found.slice(found.indexOf('=') + 1)
  const value = argv[at + 1]
  return value === undefined || value.startsWith('--') ? null : value
}
