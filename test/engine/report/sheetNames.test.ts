import { expect, test } from 'vitest'
import { sheetNames } from '#main/engine/report/sheetNames.ts'

test('sheet names are short, plain and all different', () => {
  const long = '一'.repeat(40)
  const names = sheetNames(['80/20: who?', 'Data', 'data', long, long, "'quoted'", '[]'])
  expect(names).toEqual(['80-20- who-', 'Data', 'data 2', '一'.repeat(31), `${'一'.repeat(29)} 2`, 'quoted', '--'])
})
