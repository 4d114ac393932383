import { parseArgs } from 'node:util'
import type { Translate } from '#shared/i18n/translate.ts'
import { UsageError } from './usageError.ts'

export type OptionKind = 'flag' | 'text' | 'texts'
export type Options = Readonly<Record<string, OptionKind>>

/** What was given: the words without a dash, and the options of the command. */
export type Given<Spec extends Options> = {
  words: string[]
  options: { [Name in keyof Spec]: Spec[Name] extends 'flag' ? boolean : Spec[Name] extends 'texts' ? string[] : string | null }
}

export const commonOptions = { json: 'flag', help: 'flag', lang: 'text' } as const satisfies Options

/** Reads the arguments of a command; a word more or fewer than it takes, or an option it does not know, is a wrong usage. */
export function readArguments<Spec extends Options>(
  args: readonly string[],
  spec: Spec,
  words: { min: number; max: number },
  t: Translate,
): Given<Spec> {
  const { values, positionals } = parsed(args, { ...spec, ...commonOptions }, t)
  if (positionals.length < words.min) throw new UsageError(t('cli.missingArgument'))
  const extra = positionals[words.max]
  if (extra !== undefined) throw new UsageError(t('cli.tooManyArguments', { name: extra }))
  const options = Object.fromEntries(Object.entries(spec).map(([name, kind]) => [name, values[name] ?? emptyOf(kind)]))
  if (!fits<Spec>(options, spec)) throw new UsageError(t('cli.missingArgument'))
  return { words: positionals, options }
}

/** One of a few words, or a wrong usage that names them. */
export function choice<Choice extends string>(value: string | null, name: string, choices: readonly Choice[], t: Translate): Choice | null {
  if (value === null) return null
  const found = choices.find((one) => one === value)
  if (found === undefined) throw new UsageError(t('cli.badChoice', { value, name: `--${name}`, choices: choices.join(', ') }))
  return found
}

export function needed(value: string | null, name: string, t: Translate): string {
  if (value === null) throw new UsageError(t('cli.missingOption', { name: `--${name}` }))
  return value
}

function parsed(args: readonly string[], spec: Options, t: Translate): { values: Record<string, unknown>; positionals: string[] } {
  const options = Object.fromEntries(
    Object.entries(spec).map(([name, kind]) => [
      name,
      {
        type: kind === 'flag' ? ('boolean' as const) : ('string' as const),
        multiple: kind === 'texts',
        ...(name === 'help' ? { short: 'h' } : {}),
      },
    ]),
  )
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true })
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : ''
    const name = error instanceof Error ? (/'(-[^' ]*)/.exec(error.message)?.[1] ?? '') : ''
    if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') throw new UsageError(t('cli.unknownOption', { name }))
    if (code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') throw new UsageError(t('cli.missingValue', { name }))
    throw error
  }
}

function emptyOf(kind: OptionKind): false | null | string[] {
  return kind === 'flag' ? false : kind === 'text' ? null : []
}

/** True by construction: every option was read by its kind or given its empty value. */
function fits<Spec extends Options>(options: Record<string, unknown>, spec: Spec): options is Given<Spec>['options'] {
  return Object.keys(spec).every((name) => name in options)
}
