import { byte, isNameEnd, readInteger } from './bytes.ts'

/** `none` is a cell that says nothing of its type: a number. */
export type CellType = 'none' | 'shared' | 'text' | 'inline' | 'boolean' | 'error' | 'date'

export type Attributes = { end: number; isEmpty: boolean; row: number; column: number; style: number; type: CellType }

/** Kept and refilled: two million of them would be made for a large sheet. */
const attributes: Attributes = { end: 0, isEmpty: false, row: 0, column: -1, style: -1, type: 'none' }

/** The attributes `r`, `s` and `t` of a row or cell, from behind the tag's name. */
export function readAttributes(bytes: Buffer, from: number): Attributes {
  attributes.row = 0
  attributes.column = -1
  attributes.style = -1
  attributes.type = 'none'
  attributes.isEmpty = false
  let at = from
  const length = bytes.length
  while (at < length) {
    const found = bytes[at]
    if (found === byte.greaterThan) {
      attributes.end = at + 1
      return attributes
    }
    if (found === byte.slash) attributes.isEmpty = true
    if (isNameEnd(found)) {
      at += 1
      continue
    }
    const nameStart = at
    while (at < length && bytes[at] !== byte.equals && bytes[at] !== byte.greaterThan) at += 1
    if (bytes[at] !== byte.equals) continue
    const nameLength = at - nameStart
    const quoteAt = bytes[at + 1] === byte.doubleQuote || bytes[at + 1] === byte.singleQuote ? at + 1 : at + 2
    const valueStart = quoteAt + 1
    const quote = bytes[quoteAt]
    at = valueStart
    while (at < length && bytes[at] !== quote) at += 1
    if (nameLength === 1) {
      const name = bytes[nameStart]
      if (name === byte.r) readReference(bytes, valueStart, at)
      else if (name === byte.s) attributes.style = readInteger(bytes, valueStart, at)
      else if (name === byte.t) attributes.type = cellType(bytes, valueStart, at)
    }
    at += 1
  }
  attributes.end = length
  return attributes
}

/** `AB12` gives row 12 and column 27; the `12` of a row gives row 12. */
function readReference(bytes: Buffer, from: number, to: number): void {
  let column = 0
  let at = from
  for (; at < to; at += 1) {
    const letter = (bytes[at] ?? 0) & ~32
    if (letter < 65 || letter > 90) break
    column = column * 26 + letter - 64
  }
  attributes.column = column - 1
  attributes.row = readInteger(bytes, at, to)
}

function cellType(bytes: Buffer, from: number, to: number): CellType {
  // `s`, `str`, `inlineStr`, `b`, `e`, `d`, `n`: the first letter and the length tell them apart.
  switch (bytes[from]) {
    case byte.s:
      return to - from === 1 ? 'shared' : 'text'
    case byte.i:
      return 'inline'
    case byte.b:
      return 'boolean'
    case byte.e:
      return 'error'
    case byte.d:
      return 'date'
    default:
      return 'none'
  }
}
