import type { AppError } from '#shared/contract/error.ts'
import { appError } from '#shared/i18n/appError.ts'

/** What a failed call throws: the typed error of the engine, with its sentence in both languages. */
export class ClientError extends Error {
  readonly error: AppError

  constructor(error: AppError) {
    super(error.details ?? error.message.en)
    this.name = 'ClientError'
    this.error = error
  }
}

/** Any thrown thing as the error value that can be shown. */
export function errorOf(thrown: unknown): AppError {
  if (thrown instanceof ClientError) return thrown.error
  return { ...appError('internal'), details: thrown instanceof Error ? thrown.message : String(thrown) }
}

/** A call that its own caller stopped is no error to show. */
export const isCancelled = (thrown: unknown): boolean => errorOf(thrown).code === 'cancelled'
