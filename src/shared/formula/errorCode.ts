import type { CellValue } from '../model/cell.ts'

/** Codes a cell shows in place of a value, as spreadsheets name them; `#LINK!` stands for what a formula can no longer find. */
export const errorCodes = { divisionByZero: '#DIV/0!', value: '#VALUE!', number: '#NUM!', notAvailable: '#N/A', link: '#LINK!' } as const

export type ErrorReason = keyof typeof errorCodes
export type ErrorCode = (typeof errorCodes)[ErrorReason]

/** Why a formula's cell has no value, or null where it has one. The sentence is `formulaError.<reason>` of the texts. */
export function errorReasonOf(value: CellValue): ErrorReason | null {
  if (typeof value !== 'string' || !value.startsWith('#')) return null
  return reasons.find((reason) => errorCodes[reason] === value) ?? null
}

const reasons: readonly ErrorReason[] = ['divisionByZero', 'value', 'number', 'notAvailable', 'link']
