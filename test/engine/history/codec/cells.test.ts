import fc from 'fast-check'
import { expect, test } from 'vitest'
import { byteReader, byteWriter } from '#main/engine/history/codec/bytes.ts'
import { readCells, writeCells } from '#main/engine/history/codec/cells.ts'
import { readIds, writeIds } from '#main/engine/history/codec/ids.ts'
import type { CellValue } from '#shared/model/cell.ts'

function written(cells: readonly CellValue[]): Uint8Array {
  const to = byteWriter()
  writeCells(to, cells)
  return to.taken()
}

const throughBytes = (cells: readonly CellValue[]): CellValue[] => readCells(byteReader(written(cells)), cells.length)

/** What a column of the file can hold: SQLite keeps no minus zero. */
const double = fc.double({ noNaN: true, noDefaultInfinity: true }).filter((number) => !Object.is(number, -0))

const cell: fc.Arbitrary<CellValue> = fc.oneof(
  fc.constant(null),
  fc.string({ unit: 'binary' }),
  double,
  fc.integer(),
  fc.integer().map((cents) => cents / 100),
)

test('cells of any kind come back as they were, to the last bit', () => {
  fc.assert(
    fc.property(fc.array(cell, { maxLength: 700 }), (cells) => {
      expect(throughBytes(cells)).toStrictEqual(cells)
    }),
  )
})

test('cells of one kind come back as they were', () => {
  const numbers = fc.array(fc.option(fc.oneof(double, fc.maxSafeInteger())), { maxLength: 700 })
  const texts = fc.array(fc.option(fc.string({ unit: 'grapheme' })), { maxLength: 700 })
  const few = fc.array(fc.constantFrom(null, 1, 2, '有意向'), { maxLength: 700 })
  fc.assert(
    fc.property(fc.oneof(numbers, texts, few), (cells) => {
      expect(throughBytes(cells)).toStrictEqual(cells)
    }),
  )
})

test('half of a character and the largest numbers are kept', () => {
  const cells = ['\uD83D', '客', 0, Number.MAX_VALUE, 5e-324, 9_007_199_254_740_991, 0.1 + 0.2, null]
  expect(throughBytes(cells)).toStrictEqual(cells)
})

test('options and amounts of money take a few bytes a cell', () => {
  const options = Array.from({ length: 10_000 }, (_, index) => (index * 7) % 5)
  expect(written(options).length / 10_000).toBeLessThan(1.01)
  const amounts = Array.from({ length: 10_000 }, (_, index) => ((index * 7919) % 1_000_000) / 100)
  expect(written(amounts).length / 10_000).toBeLessThan(4)
})

test('ids come back in their order, and neighbours cost nothing', () => {
  fc.assert(
    fc.property(fc.array(fc.nat()), (ids) => {
      const to = byteWriter()
      writeIds(to, ids)
      expect(readIds(byteReader(to.taken()))).toEqual(ids)
    }),
  )
  const to = byteWriter()
  writeIds(
    to,
    Array.from({ length: 1_000_000 }, (_, index) => index + 1),
  )
  expect(to.taken().length).toBeLessThan(12)
})
