import { errorOf } from '#shared/i18n/errorOf.ts'
import type { z } from 'zod'
import type { Answer } from '#shared/contract/answer.ts'
import type { AppOperations } from '#shared/contract/app.ts'
import type { AppError } from '#shared/contract/error.ts'
import type { Operation } from '#shared/contract/operation.ts'
import { appError, withDetails } from '#shared/i18n/appError.ts'

/** An operation ready to be called from outside: takes anything, never throws. */
export type Answering = (input: unknown) => Promise<Answer<unknown>>

/** The shell's side of the contract, one answer for each of its operations. */
export type AppAnswers = Record<keyof AppOperations, Answering>

/** Joins an operation of the contract and what it does. A `Failure` thrown inside becomes the error of the answer. */
export function answering<Input extends z.ZodType, Output>(
  operation: Operation<Input, Output>,
  run: (input: z.output<Input>) => Output | Promise<Output>,
): Answering {
  return async (input) => {
    const parsed = operation.input.safeParse(input)
    if (!parsed.success) return { ok: false, error: invalidInput(parsed.error) }
    try {
      return { ok: true, value: await run(parsed.data) }
    } catch (error) {
      return { ok: false, error: errorOf(error) }
    }
  }
}

export function invalidInput(cause: unknown): AppError {
  return withDetails(appError('input.invalid'), cause)
}
