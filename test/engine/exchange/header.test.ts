import { expect, test } from 'vitest'
import { headerNames } from '#main/engine/exchange/header.ts'
import { findHeaderRow } from '#main/engine/exchange/inspect/headerRow.ts'
import type { Merge, RawCell, RawRow } from '#main/engine/exchange/read/workbook.ts'
import { rangeOf } from '#main/engine/exchange/read/merges.ts'

const rowsOf = (lines: (RawCell[] | null)[]): RawRow[] => lines.flatMap((cells, index) => (cells === null ? [] : [{ number: index + 1, cells }]))
const mergesOf = (refs: string[]): Merge[] => refs.flatMap((ref) => rangeOf(ref) ?? [])

/** The header found in a sheet, and the names of its columns. */
function header(lines: (RawCell[] | null)[], refs: string[] = []): { row: number | null; names: string[] } {
  const rows = rowsOf(lines)
  const row = findHeaderRow(rows, mergesOf(refs))
  return { row, names: row === null ? [] : headerNames(rows, row, mergesOf(refs)) }
}

const data: RawCell[][] = [
  ['上海博远', '王芳', 13_800_138_000],
  ['北京华盛', '李雷', 13_900_139_000],
  ['广州天成', '王芳', 13_700_137_000],
]

test('in the first row', () => {
  expect(header([['客户名称', '负责人', '电话'], ...data])).toEqual({ row: 0, names: ['客户名称', '负责人', '电话'] })
})

test('under a title, a line of notes and blank rows', () => {
  const lines = [['2024年客户名单', null, null], null, ['制表：王芳', null, null], ['  '], ['客户名称', '负责人 ', '电话'], ...data]
  expect(header(lines, ['A1:C1', 'A3:C3'])).toEqual({ row: 4, names: ['客户名称', '负责人', '电话'] })
})

test('in two rows: groups merged over columns, single names merged downwards', () => {
  const lines: RawCell[][] = [
    ['客户名称', '联系人', null, '公司', null],
    [null, '姓名', '电话', '电话', '地址'],
    ['上海博远', '王芳', 138, 21, '张江路'],
    ['北京华盛', '李雷', 139, 10, '朝阳路'],
  ]
  expect(header(lines, ['A1:A2', 'B1:C1', 'D1:E1'])).toEqual({ row: 1, names: ['客户名称', '姓名', '联系人 电话', '公司 电话', '地址'] })
})

test('merged over two columns of data: the second is numbered', () => {
  expect(headerNames(rowsOf([['客户', '电话', null]]), 0, mergesOf(['B1:C1']))).toEqual(['客户', '电话', '电话 2'])
})

test('names that come twice are numbered, empty ones stay empty', () => {
  expect(headerNames(rowsOf([['电话', '', '电话', '电话']]), 0, [])).toEqual(['电话', '', '电话 2', '电话 3'])
})

test('years and months head columns too', () => {
  expect(
    header([
      ['产品', 2023, 2024, '1月'],
      ['阀门', 10.5, 20.5, 1],
      ['泵', 11, 22, 2],
    ]).row,
  ).toBe(0)
})

test('of a single column', () => {
  expect(header([['客户名称'], ['上海博远'], ['北京华盛']]).row).toBe(0)
})

test.each([
  ['numbers, phones or days in the first row', data],
  [
    'words that come again below',
    [
      ['张三', '跟进中'],
      ['李四', '已成交'],
      ['王五', '跟进中'],
      ['赵六', '跟进中'],
    ],
  ],
  [
    'one name in every cell',
    [
      ['客户', '客户', '客户'],
      ['甲', '乙', '丙'],
    ],
  ],
  ['nothing at all', []],
])('none: %s', (_, lines) => {
  expect(header(lines).row).toBeNull()
})
