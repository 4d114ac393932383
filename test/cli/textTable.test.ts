import { expect, test } from 'vitest'
import { textTable, widthOf } from '#main/cli/textTable.ts'

test('Chinese takes two places, so that the columns stand under each other', () => {
  expect(
    textTable(
      ['名称', 'n'],
      [
        ['华东精密', '5'],
        ['ab', '1,200'],
      ],
      [false, true],
    ),
  ).toEqual(['名称          n', '────────  ─────', '华东精密      5', 'ab        1,200'])
})

test('long and broken texts stay on one line', () => {
  const [, , line = ''] = textTable(['x'], [[`${'长'.repeat(50)}\n尾`]], [false])
  expect(widthOf(line)).toBeLessThanOrEqual(40)
  expect(line.endsWith('…')).toBe(true)
})
