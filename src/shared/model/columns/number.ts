import { formatNumber } from '../../lib/formatNumber.ts'
import { roundMoney } from '../../lib/money.ts'
import { currencyOfSymbol, readNumber } from '../../lib/parseNumber.ts'
import { fail, ok } from '../../lib/result.ts'
import type { NumberSettings } from '../column.ts'
import type { ColumnKind } from './kind.ts'
import { numberOperators } from './operators.ts'

export const number: ColumnKind<'number'> = {
  type: 'number',
  storage: 'REAL',
  searchable: true,
  operators: numberOperators,
  defaultSettings: { format: 'plain', decimals: 2, thousands: false, symbol: '' },
  format(value, { settings }, { lang }) {
    if (value === null) return ''
    return typeof value === 'number' ? formatNumber(value, settings, lang) : value
  },
  parse(typed, { settings }) {
    if (typed.trim() === '') return ok(null)
    const read = readNumber(typed)
    if (read === null || isOtherCurrency(read.currency, settings)) return fail('invalidNumber')
    if (!read.isExact) return fail('tooManyDigits')
    return ok(settings.format === 'currency' ? roundMoney(read.value, settings.decimals) : read.value)
  },
}

/** `$100` typed into a column of ￥ is refused: it would be wrong by the rate of exchange. */
function isOtherCurrency(currency: string | null, settings: NumberSettings): boolean {
  if (currency === null || settings.format !== 'currency') return false
  const own = currencyOfSymbol(settings.symbol)
  return own !== null && own !== currency
}
