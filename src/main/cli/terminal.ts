import type { Lang } from '#shared/i18n/lang.ts'
import type { Translate } from '#shared/i18n/translate.ts'
import type { Progress } from './progress.ts'

/** What a command is given of the world: where it speaks, in which language, and from which folder it was called. */
export type Terminal = {
  lang: Lang
  t: Translate
  /** Whether a program reads the output. */
  isJson: boolean
  folder: string
  /** The result. */
  print(text: string): void
  /** Anything beside the result; silent when a program reads. */
  say(text: string): void
  progress: Progress
}

export const exitCodes = { done: 0, failed: 1, wrongUsage: 2, rowsRejected: 3 } as const
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]

/** Prints the result as JSON for programs, as text for people. */
export function printResult(terminal: Terminal, value: unknown, text: () => string): void {
  terminal.print(terminal.isJson ? JSON.stringify(value) : text())
}
