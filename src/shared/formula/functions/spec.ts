import type { formulaHelp } from '../../i18n/zh-CN/formulaHelp.ts'
import type { ScalarType } from '../formulaType.ts'

export const functionCategories = ['logic', 'text', 'number', 'date', 'statistics', 'links', 'calendar', 'conversion', 'identity'] as const
export type FunctionCategory = (typeof functionCategories)[number]

/**
 * What a parameter takes. The plurals take lists and single values. All `key`s of a call have one type and are
 * compared; all `branch`es have one type, the result's; so have all `items`, of which there are lists.
 * A `unit`, `span` or `method` is one of a few words, written out.
 */
export type ParamType =
  | 'number'
  | 'text'
  | 'date'
  /** A date; today where it is left out. */
  | 'day'
  | 'boolean'
  | 'any'
  | 'key'
  | 'branch'
  | 'numbers'
  | 'texts'
  | 'booleans'
  | 'values'
  | 'items'
  | 'unit'
  | 'span'
  /** A regular expression. */
  | 'pattern'

type ParamName<Key extends string = keyof typeof formulaHelp> = Key extends `param.${infer Name}` ? Name : never
export type Param = { name: ParamName; type: ParamType; optional: boolean }

/** `branch`, `items`: the type those parameters share. `sameDate`: of the first date. */
export type ResultRule = ScalarType | 'empty' | 'branch' | 'items' | 'itemList' | 'sameDate'

export type FunctionSpec = {
  category: FunctionCategory
  /** Other names, Chinese ones first. */
  aliases: readonly string[]
  params: readonly Param[]
  /** How many of the last parameters may come again and again. */
  repeat: number
  /** One more argument may follow those that repeat. */
  otherwise: Param | null
  result: ResultRule
  /** It gives something else on another day or at another moment. */
  volatile: boolean
}

/** One entry of the catalogue: other names parted by spaces, parameters, result. */
export function fn(
  category: FunctionCategory,
  aliases: string,
  params: readonly Param[],
  result: ResultRule,
  { repeat = 0, otherwise = null, volatile = false }: { repeat?: number; otherwise?: Param | null; volatile?: boolean } = {},
): FunctionSpec {
  return { category, aliases: aliases.split(' ').filter((alias) => alias !== ''), params, repeat, otherwise, result, volatile }
}

const taking =
  (type: ParamType) =>
  (name: ParamName): Param => ({ name, type, optional: false })

export const number = taking('number')
export const text = taking('text')
export const date = taking('date')
export const day = taking('day')
export const boolean = taking('boolean')
export const any = taking('any')
export const key = taking('key')
export const branch = taking('branch')
export const numbers = taking('numbers')
export const texts = taking('texts')
export const booleans = taking('booleans')
export const values = taking('values')
export const items = taking('items')
export const unit = taking('unit')
export const span = taking('span')
export const pattern = taking('pattern')
export const optional = (param: Param): Param => ({ ...param, optional: true })
