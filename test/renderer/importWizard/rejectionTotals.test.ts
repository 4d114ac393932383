import { expect, test } from 'vitest'
import type { Rejection } from '#shared/contract/exchange.ts'
import { rejectionTotals } from '#renderer/features/importWizard/rejectionTotals.ts'

const rejection = (row: number, column: string | null, reason: Rejection['reason']): Rejection => ({ sheet: '跟进', row, column, value: '', reason })

test('rejections are counted by sheet, column and reason, the most frequent first', () => {
  const totals = rejectionTotals([
    rejection(2, '日期', 'invalidDate'),
    rejection(3, '客户', 'unknownLink'),
    rejection(4, '客户', 'unknownLink'),
    rejection(5, null, 'repeatedHeader'),
  ])
  expect(totals.map(({ column, reason, count }) => [column, reason, count])).toEqual([
    ['客户', 'unknownLink', 2],
    ['日期', 'invalidDate', 1],
    [null, 'repeatedHeader', 1],
  ])
})
