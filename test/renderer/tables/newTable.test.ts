import { expect, test } from 'vitest'
import { freeName } from '#renderer/features/tables/newTable.ts'

test('a new name is the name asked for, or that with the first free number', () => {
  expect(freeName('新表', [])).toBe('新表')
  expect(freeName('新表', ['新表', '新表 2'])).toBe('新表 3')
})
