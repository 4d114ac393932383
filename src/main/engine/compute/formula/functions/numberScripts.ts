import { errorCodes } from '#shared/formula/errorCode.ts'
import type { Script } from './script.ts'
import { finite, numberOf, script, textOf, wholeOf, wrongNumber, wrongValue } from './scriptValue.ts'

/** Counting, interest, and numbers written to other bases. */
export const numberScripts: readonly Script[] = [
  script('FACT', (number) => (numberOf(number) < 0 ? wrongNumber : finite(product(1, wholeOf(number))))),
  script('COMBIN', (number, chosen) => {
    const [n, k] = [wholeOf(number), wholeOf(chosen)]
    return k < 0 || n < k ? wrongNumber : finite(combinations(n, Math.min(k, n - k)))
  }),
  script('PERMUT', (number, chosen) => {
    const [n, k] = [wholeOf(number), wholeOf(chosen)]
    return k < 0 || n < k ? wrongNumber : finite(product(n - k + 1, n))
  }),
  script('PMT', (rate, periods, present, future) => {
    const [r, n, pv, fv] = [numberOf(rate), numberOf(periods), numberOf(present), numberOf(future)]
    if (n === 0) return wrongNumber
    return finite(r === 0 ? -(pv + fv) / n : (-r * (pv * (1 + r) ** n + fv)) / ((1 + r) ** n - 1))
  }),
  script('FV', (rate, periods, payment, present) => {
    const [r, n, pmt, pv] = [numberOf(rate), numberOf(periods), numberOf(payment), numberOf(present)]
    return finite(r === 0 ? -(pv + pmt * n) : -(pv * (1 + r) ** n + (pmt * ((1 + r) ** n - 1)) / r))
  }),
  script('PV', (rate, periods, payment, future) => {
    const [r, n, pmt, fv] = [numberOf(rate), numberOf(periods), numberOf(payment), numberOf(future)]
    return finite(r === 0 ? -(fv + pmt * n) : -(fv + (pmt * ((1 + r) ** n - 1)) / r) / (1 + r) ** n)
  }),
  script('NPER', (rate, payment, present, future) => {
    const [r, pmt, pv, fv] = [numberOf(rate), numberOf(payment), numberOf(present), numberOf(future)]
    if (r === 0) return pmt === 0 ? { error: errorCodes.divisionByZero } : -(pv + fv) / pmt
    return finite(Math.log((pmt - fv * r) / (pmt + pv * r)) / Math.log(1 + r))
  }),
  script('HEX2DEC', (text) => twosComplement(textOf(text), 16)),
  script('OCT2DEC', (text) => twosComplement(textOf(text), 8)),
  script('BIN2DEC', (text) => twosComplement(textOf(text), 2)),
  script('DEC2HEX', (number, count) => written(wholeOf(number), 16, 40, count === undefined ? null : wholeOf(count))),
  script('DEC2OCT', (number, count) => written(wholeOf(number), 8, 30, count === undefined ? null : wholeOf(count))),
  script('DEC2BIN', (number, count) => written(wholeOf(number), 2, 10, count === undefined ? null : wholeOf(count))),
  script('BASE', (number, radix, count) => {
    const [value, base] = [wholeOf(number), wholeOf(radix)]
    if (value < 0 || value >= 2 ** 53 || base < 2 || base > 36) return wrongNumber
    return value
      .toString(base)
      .toUpperCase()
      .padStart(Math.min(255, wholeOf(count)), '0')
  }),
  script('DECIMAL', (text, radix) => {
    const base = wholeOf(radix)
    return base < 2 || base > 36 ? wrongNumber : digitsIn(textOf(text).trim(), base)
  }),
  script('ROMAN', (number) => roman(wholeOf(number))),
  script('ARABIC', (text) => arabic(textOf(text).trim().toUpperCase())),
]

function product(from: number, to: number): number {
  let result = 1
  // Beyond 170! there is no double.
  for (let factor = from; factor <= to && Number.isFinite(result); factor++) result *= factor
  return result
}

function combinations(n: number, k: number): number {
  let result = 1
  for (let step = 1; step <= k && Number.isFinite(result); step++) result = (result * (n - k + step)) / step
  return Math.round(result)
}

function digitsIn(text: string, base: number) {
  let value = 0
  for (const sign of text.toLowerCase()) {
    const digit = Number.parseInt(sign, base)
    if (Number.isNaN(digit)) return wrongNumber
    value = value * base + digit
  }
  return finite(value)
}

/** Ten digits, the highest bit is the sign, as Excel has it. */
function twosComplement(text: string, base: 2 | 8 | 16) {
  if (text.length > 10) return wrongNumber
  const value = digitsIn(text.trim(), base)
  return typeof value === 'number' && value >= base ** 10 / 2 ? value - base ** 10 : value
}

function written(value: number, base: number, bits: number, count: number | null) {
  if (value >= 2 ** (bits - 1) || value < -(2 ** (bits - 1))) return wrongNumber
  const text = (value < 0 ? value + 2 ** bits : value).toString(base).toUpperCase()
  if (count === null || value < 0) return text
  return count < text.length ? wrongNumber : text.padStart(Math.min(255, count), '0')
}

const romanSigns = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
] as const

function roman(number: number) {
  if (number < 0 || number > 3999) return wrongValue
  let [rest, text] = [number, '']
  for (const [value, sign] of romanSigns) {
    text += sign.repeat(Math.floor(rest / value))
    rest %= value
  }
  return text
}

function arabic(text: string) {
  let [rest, number] = [text, 0]
  for (const [value, sign] of romanSigns) {
    while (rest.startsWith(sign)) {
      rest = rest.slice(sign.length)
      number += value
    }
  }
  return rest === '' ? number : wrongValue
}
