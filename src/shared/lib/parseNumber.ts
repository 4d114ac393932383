import { plainForm } from './text.ts'

export type ReadNumber = {
  value: number
  /** False of a whole number, written out, whose digits a double cannot hold: 9007199254740993 would become …992. */
  isExact: boolean
  /** ISO 4217 code of the currency written beside it, if any. */
  currency: string | null
}

/** A number as people write it, or null: `1,234.50` `￥1.2万` `（300）` `12%` `1e5` `1,200元`. A percentage is a fraction. */
export function parseNumber(text: string): number | null {
  return readNumber(text)?.value ?? null
}

export function readNumber(text: string): ReadNumber | null {
  const match = shape.exec(
    plainForm(text)
      .toLowerCase()
      .replace(/^'/u, '')
      .replace(/[−‒–﹣]/gu, '-'),
  )
  const groups = match?.groups
  if (groups === undefined) return null
  if ((groups['open'] === undefined) !== (groups['close'] === undefined)) return null
  const signs = [groups['sign'], groups['innerSign']].filter((sign) => sign !== undefined)
  if (signs.length + (groups['open'] === undefined ? 0 : 1) > 1) return null
  const digits = withoutSeparators(groups['digits'] ?? '')
  if (digits === null) return null
  const before = groups['before'],
    after = groups['after'] ?? groups['outerAfter']
  if (before !== undefined && after !== undefined && currencyCodes[before] !== currencyCodes[after]) return null
  const percent = groups['percent'] === undefined ? 0 : groups['percent'] === '%' ? -2 : -3
  const places = Number(groups['exponent'] ?? 0) + (unitPlaces[groups['unit'] ?? ''] ?? 0) + percent
  const size = Number(`${digits}e${places}`)
  if (!Number.isFinite(size)) return null
  const negative = groups['open'] !== undefined || signs[0] === '-'
  const mark = before ?? after
  return {
    value: negative && size !== 0 ? -size : size,
    isExact: groups['exponent'] !== undefined || holdsDigits(digits, places, size),
    currency: mark === undefined ? null : (currencyCodes[mark] ?? null),
  }
}

/** Whether the shortest text of the double has the digits that were written, where they are a whole number. */
function holdsDigits(digits: string, places: number, size: number): boolean {
  const [whole = '', fraction = ''] = digits.split('.')
  if (fraction.replace(/0+$/u, '').length > places) return true
  const [mantissa = ''] = String(size).split('e')
  return significant(whole + fraction) === significant(mantissa.replace('.', ''))
}

const significant = (digits: string): string => digits.replace(/^0+|0+$/gu, '')

/** The currency a symbol stands for, or null for one we do not know. */
export function currencyOfSymbol(symbol: string): string | null {
  return currencyCodes[plainForm(symbol).toLowerCase()] ?? null
}

// ￥ becomes ¥ under NFKC; in a Chinese book ¥ is the yuan.
const currencyCodes: Readonly<Record<string, string>> = {
  '¥': 'CNY',
  rmb: 'CNY',
  cny: 'CNY',
  'cn¥': 'CNY',
  人民币: 'CNY',
  元: 'CNY',
  元整: 'CNY',
  圆: 'CNY',
  块: 'CNY',
  块钱: 'CNY',
  元人民币: 'CNY',
  $: 'USD',
  us$: 'USD',
  usd: 'USD',
  美元: 'USD',
  hk$: 'HKD',
  hkd: 'HKD',
  港元: 'HKD',
  港币: 'HKD',
  '€': 'EUR',
  eur: 'EUR',
  欧元: 'EUR',
  '£': 'GBP',
  gbp: 'GBP',
  英镑: 'GBP',
  日元: 'JPY',
  jpy: 'JPY',
}
const unitPlaces: Readonly<Record<string, number>> = {
  百: 2,
  千: 3,
  万: 4,
  萬: 4,
  十万: 5,
  百万: 6,
  千万: 7,
  亿: 8,
  億: 8,
  十亿: 9,
  百亿: 10,
  千亿: 11,
  万亿: 12,
}

const oneOf = (words: readonly string[]) =>
  words
    .toSorted((a, b) => b.length - a.length)
    .map((word) => word.replace(/[$]/gu, '\\$&'))
    .join('|')
const currency = oneOf(Object.keys(currencyCodes))
const shape = new RegExp(
  String.raw`^(?<sign>[-+])?\s*(?<open>\()?\s*(?<before>${currency})?\s*(?<innerSign>[-+])?\s*` +
    String.raw`(?<digits>\d[\d,]*(?:\.\d*)?|\.\d+)(?:e(?<exponent>[-+]?\d{1,4}))?\s*` +
    String.raw`(?:(?<percent>[%‰])|(?<unit>${oneOf(Object.keys(unitPlaces))})?\s*(?<after>${currency})?)\s*(?<close>\))?\s*(?<outerAfter>${currency})?$`,
  'u',
)

/** Commas are taken only where thousands are parted: `1,234,567`. */
function withoutSeparators(digits: string): string | null {
  const plain = digits.includes(',') ? (/^\d{1,3}(?:,\d{3})+(?:\.\d*)?$/u.test(digits) ? digits.replaceAll(',', '') : null) : digits
  return plain === null || !plain.startsWith('.') ? plain : `0${plain}`
}
