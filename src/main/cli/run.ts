import { errorOf } from '#shared/i18n/errorOf.ts'
import { langSchema, type Lang } from '#shared/i18n/lang.ts'
import { systemLang } from '#shared/i18n/systemLang.ts'
import { translator } from '#shared/i18n/translate.ts'
import { classify } from './classify.ts'
import type { Command } from './command.ts'
import { exportView } from './exportView.ts'
import { importFiles } from './importFiles.ts'
import { info } from './info.ts'
import { newBase } from './newBase.ts'
import { noProgress, progressOn } from './progress.ts'
import { query } from './query.ts'
import { report } from './report.ts'
import { exitCodes, type ExitCode, type Terminal } from './terminal.ts'
import { UsageError } from './usageError.ts'

export type Streams = {
  stdout: { write: (text: string) => unknown }
  stderr: { write: (text: string) => unknown; isTTY?: boolean }
  environment: Readonly<Record<string, string | undefined>>
  folder: string
}

const commands: Readonly<Record<string, Command>> = { new: newBase, info, import: importFiles, classify, export: exportView, report, query }

/** Runs one call of the command line and answers its exit code; never throws. */
export async function runCommandLine(args: readonly string[], streams: Streams): Promise<ExitCode> {
  const isJson = args.includes('--json')
  const { name, rest } = commandIn(args)
  const terminal = terminalOf(langOf(args, streams.environment), isJson, streams)
  const { t } = terminal
  try {
    const command = name === null || !Object.hasOwn(commands, name) ? undefined : commands[name]
    if (args.includes('--help') || args.includes('-h')) {
      terminal.print(t(command?.help ?? 'cli.help').trimEnd())
      return exitCodes.done
    }
    if (name === null) {
      streams.stderr.write(t('cli.help'))
      return exitCodes.wrongUsage
    }
    if (command === undefined) throw new UsageError(t('cli.unknownCommand', { name }))
    return await command.run(rest, terminal)
  } catch (error) {
    terminal.progress.end()
    if (error instanceof UsageError) {
      const hint = name !== null && Object.hasOwn(commands, name) ? t('cli.usageHint', { command: name }) : t('cli.usageHintAll')
      complain(streams, isJson, { code: 'usage', message: error.message }, `${error.message}\n${hint}`)
      return exitCodes.wrongUsage
    }
    const value = errorOf(error)
    const text = [value.message[terminal.lang], value.details].filter((part) => part !== undefined).join('\n')
    complain(
      streams,
      isJson,
      { code: value.code, message: value.message[terminal.lang], ...(value.details === undefined ? {} : { details: value.details }) },
      text,
    )
    return exitCodes.failed
  }
}

/** The first word is the command, wherever the options everywhere stand. */
function commandIn(args: readonly string[]): { name: string | null; rest: string[] } {
  const at = args.findIndex((arg, index) => !arg.startsWith('-') && args[index - 1] !== '--lang')
  return at === -1 ? { name: null, rest: [...args] } : { name: args[at] ?? null, rest: args.toSpliced(at, 1) }
}

function langOf(args: readonly string[], environment: Streams['environment']): Lang {
  const at = args.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='))
  const wish = args[at]?.startsWith('--lang=') === true ? args[at].slice('--lang='.length) : args[at + 1]
  const named = at === -1 ? null : langSchema.safeParse(wish).data
  return named ?? systemLang(process.platform, [Intl.DateTimeFormat().resolvedOptions().locale], environment)
}

function terminalOf(lang: Lang, isJson: boolean, { stdout, stderr, folder }: Streams): Terminal {
  const t = translator(lang)
  return {
    lang,
    t,
    isJson,
    folder,
    print: (text) => void stdout.write(`${text}\n`),
    say: (text) => void (isJson || stderr.write(`${text}\n`)),
    progress: isJson ? noProgress : progressOn(stderr, t),
  }
}

function complain({ stderr }: Streams, isJson: boolean, error: object, text: string): void {
  stderr.write(isJson ? `${JSON.stringify({ error })}\n` : `${text}\n`)
}
