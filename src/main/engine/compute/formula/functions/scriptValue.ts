import { errorCodes } from '#shared/formula/errorCode.ts'
import type { FunctionName } from '#shared/formula/functionName.ts'
import type { Script } from './script.ts'

export type Value = string | number | null

/** An empty cell is the empty text. */
export const textOf = (value: Value | undefined): string => String(value ?? '')

/** An empty cell is 0. */
export const numberOf = (value: Value | undefined, missing = 0): number => (value === undefined ? missing : Number(value ?? 0))

/** A count or place, without its fraction. */
export const wholeOf = (value: Value | undefined, missing = 0): number => Math.trunc(numberOf(value, missing))

export const isTrue = (value: Value | undefined): boolean => value === 1

export const wrongValue = { error: errorCodes.value }
export const wrongNumber = { error: errorCodes.number }
export const notAvailable = { error: errorCodes.notAvailable }

/** A number that no cell can hold is a failure. */
export const finite = (value: number): number | { error: typeof errorCodes.number } => (Number.isFinite(value) ? value : wrongNumber)

/** No cell is filled with more than Excel takes. */
export const longest = 32_767
export const limited = (text: string) => (text.length > longest ? wrongValue : text)

export const script = (name: FunctionName, run: Script['run']): Script => ({ name, run, mayBeEmpty: false })

/** Of a date or another value that may be missing: then there is no result either. */
export const scriptOrEmpty = (
  name: FunctionName,
  run: (first: string | number, ...more: (Value | undefined)[]) => ReturnType<Script['run']>,
): Script => ({
  name,
  run: (first, ...more) => (first === null || first === undefined || first === '' ? null : run(first, ...more)),
  mayBeEmpty: true,
})
