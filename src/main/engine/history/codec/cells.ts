import { z } from 'zod'
import { parseJson } from '#shared/lib/parseJson.ts'
import { cellValueSchema, type CellValue } from '#shared/model/cell.ts'
import type { ByteReader, ByteWriter } from './bytes.ts'

/** How the cells of a column are written: the first of these that fits. */
const forms = {
  /** Few different values: each once, and its number for every cell. */
  listed: 0,
  /** Whole numbers of a unit (1, 0.01, 0.0001), as differences from one to the next. */
  units: 1,
  doubles: 2,
  texts: 3,
  /** Numbers and texts mixed, as JSON. */
  mixed: 4,
} as const

/** More different values than this are not listed. */
const mostListed = 255

/** Cells of one column, without their count. Empty cells cost a bit where cells are not listed. */
export function writeCells(to: ByteWriter, cells: readonly CellValue[]): void {
  const places = placesOf(cells)
  if (places !== null) {
    to.byte(forms.listed)
    to.whole(places.size)
    writeFilled(
      to,
      [...places.keys()].filter((value) => value !== null),
    )
    to.whole(places.has(null) ? (places.get(null) ?? 0) + 1 : 0)
    if (places.size > 1) for (const cell of cells) to.byte(places.get(cell) ?? 0)
    return
  }
  const filled = cells.filter((cell) => cell !== null)
  const form = formOf(filled)
  to.byte(form)
  writeGaps(to, cells, filled.length)
  writeAs(to, form, filled)
}

export function readCells(from: ByteReader, count: number): CellValue[] {
  const form = from.byte()
  if (form === forms.listed) {
    const size = from.whole()
    const filledFrom = from.byte()
    const hasFilled = filledFrom !== nothing
    const filledCount = hasFilled ? from.whole() : 0
    const filled: CellValue[] = hasFilled ? readAs(from, filledFrom, filledCount) : []
    const nullAt = from.whole() - 1
    const listed: CellValue[] = nullAt === -1 ? filled : filled.toSpliced(nullAt, 0, null)
    return Array.from({ length: count }, () => listed[size > 1 ? from.byte() : 0] ?? null)
  }
  const isFilled = readGaps(from, count)
  const filled = readAs(from, form, isFilled.filled)
  if (isFilled.filled === count) return filled
  let next = 0
  return Array.from({ length: count }, (_, index) => (isFilled.at(index) ? (filled[next++] ?? null) : null))
}

const nothing = 255

/** The values that stand in a list, each once: with their form and count, for they say nothing about gaps. */
function writeFilled(to: ByteWriter, filled: readonly (string | number)[]): void {
  if (filled.length === 0) return to.byte(nothing)
  const form = formOf(filled)
  to.byte(form)
  to.whole(filled.length)
  writeAs(to, form, filled)
}

/** The place of each different value among them, in the order they came; null when there are too many. */
function placesOf(cells: readonly CellValue[]): Map<CellValue, number> | null {
  const most = Math.min(mostListed, Math.max(1, cells.length / 2))
  const places = new Map<CellValue, number>()
  for (const cell of cells) {
    if (places.has(cell)) continue
    if (places.size >= most) return null
    places.set(cell, places.size)
  }
  return places
}

type Form = (typeof forms)[keyof typeof forms]

function formOf(filled: readonly (string | number)[]): Form {
  if (filled.every((cell) => typeof cell === 'string')) return forms.texts
  if (!filled.every((cell) => typeof cell === 'number')) return forms.mixed
  return unitOf(filled) === null ? forms.doubles : forms.units
}

const units = [1, 100, 10_000]

/** The largest unit that all numbers are whole multiples of, to the last bit; as its index. */
function unitOf(numbers: readonly number[]): number | null {
  const index = units.findIndex((scale) => numbers.every((number) => isWholeAt(number, scale)))
  return index === -1 ? null : index
}

/** Beyond this a difference of two might not be a number that counts exactly. */
const mostExact = 2 ** 50

function isWholeAt(number: number, scale: number): boolean {
  const whole = Math.round(number * scale)
  return Math.abs(whole) < mostExact && Object.is(whole / scale, number)
}

function writeAs(to: ByteWriter, form: Form, filled: readonly (string | number)[]): void {
  switch (form) {
    case forms.texts: {
      const texts = filled.map(String)
      for (const text of texts) to.whole(text.length)
      const joined = texts.join('')
      const isAscii = Buffer.byteLength(joined) === joined.length
      to.byte(isAscii ? 0 : 1)
      // Not UTF-8: half of a character that stands alone stays what it was, and Chinese is shorter.
      to.bytes(Buffer.from(joined, isAscii ? 'latin1' : 'utf16le'))
      return
    }
    case forms.units: {
      const numbers = filled.map(Number)
      const unit = unitOf(numbers) ?? 0
      const scale = units[unit] ?? 1
      to.byte(unit)
      let last = 0
      for (const number of numbers) {
        const whole = Math.round(number * scale)
        to.signed(whole - last)
        last = whole
      }
      return
    }
    case forms.doubles:
      for (const number of filled) to.double(Number(number))
      return
    case forms.mixed:
      to.bytes(Buffer.from(JSON.stringify(filled)))
      return
    case forms.listed:
      throw new Error('a list does not hold lists')
  }
}

function readAs(from: ByteReader, form: number, count: number): CellValue[] {
  switch (form) {
    case forms.texts: {
      const lengths = Array.from({ length: count }, () => from.whole())
      const isAscii = from.byte() === 0
      const joined = from.bytes().toString(isAscii ? 'latin1' : 'utf16le')
      let at = 0
      return lengths.map((length) => {
        at += length
        return joined.slice(at - length, at)
      })
    }
    case forms.units: {
      const scale = units[from.byte()] ?? 1
      let last = 0
      return Array.from({ length: count }, () => {
        last += from.signed()
        return last / scale
      })
    }
    case forms.doubles:
      return Array.from({ length: count }, () => from.double())
    case forms.mixed:
      return z.array(cellValueSchema).parse(parseJson(from.bytes().toString('utf8')))
    default:
      throw new RangeError(`unknown form of cells: ${form}`)
  }
}

/** One bit a cell, set where it is filled; nothing where all are. */
function writeGaps(to: ByteWriter, cells: readonly CellValue[], filled: number): void {
  to.whole(filled)
  if (filled === cells.length) return
  const bits = new Uint8Array(Math.ceil(cells.length / 8))
  cells.forEach((cell, index) => {
    if (cell !== null) bits[index >> 3] = (bits[index >> 3] ?? 0) | (1 << (index & 7))
  })
  to.bytes(bits)
}

function readGaps(from: ByteReader, count: number): { filled: number; at: (index: number) => boolean } {
  const filled = from.whole()
  if (filled === count) return { filled, at: () => true }
  const bits = from.bytes()
  return { filled, at: (index) => ((bits[index >> 3] ?? 0) & (1 << (index & 7))) !== 0 }
}
