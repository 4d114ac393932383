import type { AppError } from '#shared/contract/error.ts'
import type { Result } from '#shared/lib/result.ts'

/** The value of an answer that is expected to be one; an error fails the test with its sentence. */
export function valueOf<Value>(result: Result<Value, AppError>): Value {
  if (result.ok) return result.value
  throw new Error(`${result.failure.code}: ${result.failure.message.en} ${result.failure.details ?? ''}`)
}
