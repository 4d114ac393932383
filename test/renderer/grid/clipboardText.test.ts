import fc from 'fast-check'
import { expect, test } from 'vitest'
import { clipboardText, readClipboard } from '#renderer/grid/clipboardText.ts'

test('cells with tabs, line breaks and quotes arrive as they were', () => {
  const rows = [
    ['客户', '他说 "好"', 'a\tb'],
    ['', '两\n行', '"'],
  ]
  expect(readClipboard(clipboardText(rows))).toEqual(rows)
})

test('what a spreadsheet program copies ends with a line break that is no row', () => {
  expect(readClipboard('1\t2\r\n3\t4\r\n')).toEqual([
    ['1', '2'],
    ['3', '4'],
  ])
})

test('a quote inside a word is a letter', () => {
  expect(readClipboard('5" 屏\t"未完')).toEqual([['5" 屏', '"未完']])
})

test('writing and reading is the identity', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', '客', '"', '\t', '\n', ' ', ',') })
  const table = fc
    .integer({ min: 1, max: 4 })
    .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 }))
  // A last row that is one empty cell is the line break at the end of what was copied.
  const told = table.filter((rows) => rows.at(-1)?.join('') !== '' || (rows.at(-1)?.length ?? 0) > 1 || rows.length === 1)
  fc.assert(
    fc.property(told, (rows) => {
      expect(readClipboard(clipboardText(rows))).toEqual(rows)
    }),
  )
})
