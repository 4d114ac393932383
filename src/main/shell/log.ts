import electronLog from 'electron-log/main.js'
import type { AppError } from '#shared/contract/error.ts'

/** The program's log, in the user's profile on this computer; it goes nowhere else. */
export type Log = {
  error(what: string, cause: unknown): void
  /** An error value: the user has read its sentence, the log keeps its details. */
  errorValue(what: string, error: AppError): void
}

export function openLog(): Log {
  electronLog.transports.file.maxSize = 2 << 20
  electronLog.transports.console.level = 'error'
  return {
    error: (what, cause) => electronLog.error(what, cause),
    errorValue: (what, error) => electronLog.error(what, error.code, error.details ?? ''),
  }
}
