import type { AppError } from '../contract/error.ts'
import { Failure } from '../contract/failure.ts'
import { appError, withDetails } from './appError.ts'

/** What was thrown, as a value: our own failures keep their sentence, anything else is an unexpected error with its stack for the log. */
export function errorOf(thrown: unknown): AppError {
  if (thrown instanceof Failure) return thrown.error
  return withDetails(appError('internal'), thrown instanceof Error ? (thrown.stack ?? thrown.message) : thrown)
}
