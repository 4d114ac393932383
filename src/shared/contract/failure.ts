import type { AppError } from './error.ts'

/**
 * The one thing our own code throws: an `AppError` on its way to the edge, where it becomes a value again.
 * `throw new Failure(appError('row.notFound'))`
 */
export class Failure extends Error {
  readonly error: AppError

  constructor(error: AppError) {
    super(error.message.en)
    this.name = 'Failure'
    this.error = error
  }
}
