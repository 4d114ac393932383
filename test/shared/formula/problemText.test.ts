import { expect, test } from 'vitest'
import { check } from '#shared/formula/check.ts'
import { problemText } from '#shared/formula/problemText.ts'
import { book, customersId } from './book.ts'

test.each([
  ['{金 额 2}', '这里没有叫「金 额 2」的列。', 'There is no column “金 额 2” here.'],
  ['SOM(1)', '没有叫「SOM」的函数。您要的是 SUM 吗？', 'There is no function “SOM”. Did you mean SUM?'],
  ['LEFT()', 'LEFT 需要 1 个参数，现在只有 0 个。', 'LEFT needs 1 argument; 0 are given.'],
  [
    '{客户名称}*2',
    '这里需要数字，「{客户名称}」是文本。如果里面写的是数字，请用 TONUMBER 转换。',
    'A number is needed here, and “{客户名称}” is text. If a number is written in it, convert it with TONUMBER.',
  ],
])('%s', (source, chinese, english) => {
  const typed = check(source, customersId, book)
  expect(typed.ok ? {} : problemText(typed.failure)).toEqual({ 'zh-CN': chinese, en: english })
})
