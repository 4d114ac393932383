import type { AppError } from './error.ts'

/** What a call of an operation comes back with, over every process border: a value, or an error as a value. */
export type Answer<Value> = { ok: true; value: Value } | { ok: false; error: AppError }
