import { expect, test } from 'vitest'
import { check } from '#shared/formula/check.ts'
import { inferFormat } from '#shared/formula/inferFormat.ts'
import { formatNumber } from '#shared/lib/formatNumber.ts'
import { column, columns, customersId, schemaOf } from './book.ts'

const number = (format: string, decimals: number) => ({ format, decimals, thousands: false, symbol: '￥' })
const schema = schemaOf([
  ...columns,
  column(901, customersId, '报价', 'number', number('currency', 2)),
  column(902, customersId, '件数', 'number', number('plain', 0)),
  column(903, customersId, '折扣', 'number', number('percent', 0)),
  column(904, customersId, '重量', 'number', number('plain', 3)),
  column(905, customersId, '星级', 'rating', { max: 5, icon: 'star' }),
])

const format = (source: string) => {
  const checked = check(source, customersId, schema)
  if (!checked.ok) throw new Error(`${source}: ${checked.failure.code}`)
  return inferFormat(checked.value, schema.columns)
}

test.each([
  // Sums have the most decimals of their parts, numbers in the formula as written.
  ['LEN({客户名称})+0.5', 'plain', 1],
  ['0.5+LEN({客户名称})', 'plain', 1],
  ['LEN({客户名称})+1', 'plain', 0],
  ['{件数}-0.125', 'plain', 3],
  ['{件数}+{重量}', 'plain', 3],
  ['-({星级}+1.5)', 'plain', 1],
  ['{报价}+0.5', 'currency', 2],
  ['{报价}+0.005', 'currency', 3],
  ['{件数}+{报价}', 'currency', 2],
  ['1-{折扣}', 'percent', 0],
  ['{折扣}+0.005', 'percent', 1],
  ['SUM({订单.单价},0.125)', 'plain', 3],
  ['100', 'plain', 0],
  ['10%', 'plain', 2],
  // Choices as sums, whatever they are chosen by.
  ['IF({重量}>0.5,1,{件数})', 'plain', 0],
  ['IF({件数}>1,0.25,1)', 'plain', 2],
  ['IF({件数}>1,BLANK(),1)', 'plain', 0],
  ['SWITCH({重量},0.125,1,2)', 'plain', 0],
  ['IFERROR({报价}/{件数},0)', 'currency', 2],
  ['CLAMP({件数},0.5,10)', 'plain', 1],
  // Products.
  ['{件数}*{件数}', 'plain', 0],
  ['{件数}*0.5', 'plain', 1],
  ['{件数}*0.125', 'plain', 3],
  ['0.5*0.5*0.5', 'plain', 2],
  ['{报价}*0.125', 'currency', 2],
  ['{报价}*{报价}', 'plain', 2],
  ['{报价}*{折扣}', 'currency', 2],
  // Quotients and means may go on without end.
  ['{件数}/3', 'plain', 2],
  ['{报价}/3', 'currency', 2],
  ['{报价}/{报价}', 'plain', 2],
  ['AVERAGE({件数},1)', 'plain', 2],
  ['AVERAGE({重量},1)', 'plain', 3],
  ['SQRT({件数})', 'plain', 2],
  // Rounded.
  ['ROUND({报价}/3,1)', 'currency', 1],
  ['ROUND(1/3,4)', 'plain', 4],
  ['ROUND({重量})', 'plain', 0],
  ['ROUND({重量},-1)', 'plain', 0],
  ['FLOOR({重量},0.5)', 'plain', 1],
  ['INT({重量})', 'plain', 0],
  ['YEAR({签约日期})', 'plain', 0],
])('%s is shown as %s with %i decimals', (source, kind, decimals) => {
  expect(format(source)).toMatchObject({ format: kind, decimals })
})

test('sums of numbers written in a formula lose no digit', () => {
  for (const [left, right] of [
    [3, 0.5],
    [0.25, 0.125],
    [1e-7, 1],
    [12.5, -0.75],
  ] as const) {
    const shown = formatNumber(left + right, format(`${left}+${right}`), 'en')
    expect(Number(shown.replaceAll('−', '-'))).toBe(left + right)
  }
})
