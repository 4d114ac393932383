import { fail, ok } from '../../lib/result.ts'
import { plainForm } from '../../lib/text.ts'
import type { ColumnKind } from './kind.ts'
import { numberOperators } from './operators.ts'

/** One to ten of a sign; none is an empty cell. In text it is the number. */
export const rating: ColumnKind<'rating'> = {
  type: 'rating',
  storage: 'INTEGER',
  searchable: false,
  operators: numberOperators,
  defaultSettings: { max: 5, icon: 'star' },
  format: (value) => String(value ?? ''),
  parse(typed, { settings }) {
    const count = readCount(plainForm(typed), settings.max)
    return count === null || count > settings.max ? fail('invalidRating') : ok(count === 0 ? null : count)
  },
}

/** `4`, `4/5`, `4星`, `4 stars` or the signs themselves. */
function readCount(text: string, max: number): number | null {
  if (text === '') return 0
  const signs = /^([★⭐♥❤]\uFE0F?\s?)+[☆♡\s]*$/u.test(text)
  if (signs) return [...text].filter((sign) => '★⭐♥❤'.includes(sign)).length
  const match = /^(\d{1,2})(?:\.0+)?(?:\s?\/\s?(\d{1,2})|\s?(?:颗?星|分|stars?))?$/iu.exec(text)
  if (match === null || (match[2] !== undefined && Number(match[2]) !== max)) return null
  return Number(match[1])
}
