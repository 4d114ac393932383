/**
 * What one value of a formula is. Options and members are text (their names), a duration, rating or progress
 * is a number, a checkbox is a boolean.
 */
export type ScalarType = 'number' | 'text' | 'date' | 'dateTime' | 'boolean'

/** The type of an expression. `empty` is what BLANK() gives and fits every type; a list holds the values of linked rows. */
export type FormulaType = { of: ScalarType | 'empty'; list: boolean }

export const scalar = (of: FormulaType['of']): FormulaType => ({ of, list: false })
export const listOf = (of: FormulaType['of']): FormulaType => ({ of, list: true })
