import type { Given, Options } from './arguments.ts'
import { readArguments } from './arguments.ts'
import type { TextKey } from '#shared/i18n/translate.ts'
import type { ExitCode, Terminal } from './terminal.ts'

/** A command of the command line, ready to be called with its arguments. */
export type Command = {
  help: Extract<TextKey, `cli.help${string}`>
  run(args: readonly string[], terminal: Terminal): Promise<ExitCode>
}

/** Ties what a command takes to what it does. */
export function command<const Spec extends Options>(
  help: Command['help'],
  words: { min: number; max: number },
  options: Spec,
  run: (given: Given<Spec>, terminal: Terminal) => Promise<ExitCode>,
): Command {
  return { help, run: async (args, terminal) => run(readArguments(args, options, words, terminal.t), terminal) }
}
