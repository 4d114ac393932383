/** Bytes of the few characters that the structure of a sheet is made of. */
export const byte = {
  lessThan: 60,
  greaterThan: 62,
  slash: 47,
  space: 32,
  equals: 61,
  doubleQuote: 34,
  singleQuote: 39,
  one: 49,
  b: 98,
  c: 99,
  d: 100,
  e: 101,
  f: 102,
  i: 105,
  o: 111,
  r: 114,
  s: 115,
  t: 116,
  v: 118,
  w: 119,
} as const

/** Where the byte stands next, or -1. The way is nearly always short, and a call of `indexOf` costs more than it. */
export function seek(bytes: Buffer, wanted: number, from: number): number {
  for (let at = from; at < bytes.length; at += 1) if (bytes[at] === wanted) return at
  return -1
}

/** Whether a tag's name ends here. */
export function isNameEnd(found: number | undefined): boolean {
  return found === byte.greaterThan || found === byte.space || found === byte.slash || found === 10 || found === 13 || found === 9
}

/** Digits only; -1 for anything else. */
export function readInteger(bytes: Buffer, from: number, to: number): number {
  let value = 0
  for (let at = from; at < to; at += 1) {
    const digit = (bytes[at] ?? 0) - 48
    if (digit < 0 || digit > 9) return -1
    value = value * 10 + digit
  }
  return value
}

const powersOfTen = Array.from({ length: 23 }, (_, power) => 10 ** power)

/**
 * A number as Excel writes it. Up to 15 digits with up to 22 decimals are exact as one division of two exact doubles;
 * anything longer is left to the language.
 */
export function readNumber(bytes: Buffer, from: number, to: number): number {
  let at = from
  const isNegative = bytes[at] === 45
  if (isNegative) at += 1
  let digits = 0
  let count = 0
  let decimals = -1
  for (; at < to; at += 1) {
    const found = bytes[at] ?? 0
    if (found >= 48 && found <= 57) {
      digits = digits * 10 + found - 48
      count += 1
      if (decimals >= 0) decimals += 1
    } else if (found === 46 && decimals < 0) {
      decimals = 0
    } else {
      return Number(bytes.toString('latin1', from, to))
    }
  }
  if (count === 0 || count > 15) return Number(bytes.toString('latin1', from, to))
  const value = decimals > 0 ? digits / (powersOfTen[decimals] ?? 1) : digits
  return isNegative ? -value : value
}
