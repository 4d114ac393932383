import { expect, test } from 'vitest'
import { columnLetters, comparable, freeName, guessTargets } from '#shared/importing/guessTargets.ts'
import { emptyBase, sheet } from './sampleFile.ts'

test('headers are compared without width, case, spaces or a unit in brackets', () => {
  expect(comparable('金额(元)')).toBe(comparable('金额'))
  expect(comparable('E-mail')).toBe(comparable('ｅｍａｉｌ'))
  expect(comparable('客户 名称*')).toBe(comparable('客户名称'))
})

test('columns are lettered as in a spreadsheet', () => {
  expect([0, 25, 26, 51, 702].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'AZ', 'AAA'])
})

test('a repeated header gets a number, a missing one the letter of its column', () => {
  const repeated = sheet('通讯录', 3, null, [
    ['电话', 'phone'],
    ['电话', 'phone'],
    ['', 'text'],
  ])
  expect(guessTargets(repeated, { newTable: '通讯录' }, emptyBase)).toEqual([
    { kind: 'new', name: '电话', type: 'phone' },
    { kind: 'new', name: '电话 2', type: 'phone' },
    { kind: 'new', name: 'C', type: 'text' },
  ])
  expect(freeName('电话', new Set(['电话', '电话2']))).toBe('电话 3')
})
