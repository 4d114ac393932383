import fc from 'fast-check'
import { expect, test } from 'vitest'
import { langs } from '#shared/i18n/lang.ts'
import { addDays } from '#shared/lib/days.ts'
import { ok } from '#shared/lib/result.ts'
import { cleanLine, cleanLines } from '#shared/lib/text.ts'
import { writeAddress } from '#shared/model/address.ts'
import type { CellValue } from '#shared/model/cell.ts'
import { columnSchema, computedColumnTypes, type Column } from '#shared/model/column.ts'
import { cellConditionSchema } from '#shared/model/filter.ts'
import { writeGeolocation } from '#shared/model/geolocation.ts'
import { writeIds } from '#shared/model/idList.ts'
import { columnKind, formatCell, parseCell, storageOf } from '#shared/model/columns/registry.ts'
import { anyText } from '../../anyText.ts'
import { columnOf } from './columnOf.ts'

const members = [
  { id: 1, uid: 'm1', name: '李雷', color: 'blue', active: true },
  { id: 2, uid: 'm2', name: '韩梅梅', color: 'green', active: true },
  { id: 3, uid: 'm3', name: '王伟', color: 'red', active: false },
  { id: 4, uid: 'm4', name: '王伟', color: 'red', active: true },
]
const context = { lang: 'zh-CN', members, today: '2026-11-22' } as const
const options = ['新建', '跟进中', '已成交', '价格、质量', '价格', 'A, B', 'Ａ级'].map((name, index) => ({ id: index + 10, name, color: 'blue' }))
const currency = columnOf('number', { format: 'currency', decimals: 2, thousands: true, symbol: '￥' })
const types = columnSchema.options.map((option) => option.shape.type.value)

const day = fc.integer({ min: -20_000, max: 40_000 }).map((offset) => addDays('1970-01-01', offset))
const clock = fc.integer({ min: 0, max: 86_399 }).map((second) => new Date(second * 1000).toISOString().slice(11, second % 60 === 0 ? 16 : 19))
const regions = fc.constantFrom(
  { province: '浙江省', city: '杭州市', district: '西湖区' },
  { province: '北京市', city: '北京市', district: '朝阳区' },
  { province: '湖北省', city: '仙桃市', district: '' },
  { province: '', city: '', district: '' },
)
const emails = fc
  .tuple(fc.stringMatching(/^[a-z0-9._-]{1,12}$/u), fc.stringMatching(/^[a-z0-9-]{1,8}\.(com|cn)$/u))
  .map(([name, host]) => `${name}@${host}`)

test.each<[string, Column, fc.Arbitrary<CellValue>]>([
  ['text', columnOf('text'), fc.string({ unit: 'grapheme' }).map((text) => cleanLine(text) || null)],
  ['longText', columnOf('longText'), fc.string({ unit: 'grapheme' }).map((text) => cleanLines(`${text}\n${text}`) || null)],
  ['number', columnOf('number', { format: 'plain', decimals: 3, thousands: true, symbol: '' }), fc.integer().map((value) => value / 1000 || 0)],
  ['percent', columnOf('number', { format: 'percent', decimals: 1, thousands: false, symbol: '' }), fc.integer().map((value) => value / 1000 || 0)],
  ['currency', currency, fc.integer({ min: -(2 ** 45), max: 2 ** 45 }).map((cents) => cents / 100 || 0)],
  ['checkbox', columnOf('checkbox'), fc.constantFrom(1, 0, null)],
  ['date', columnOf('date'), fc.option(day)],
  ['dateTime', columnOf('dateTime'), fc.tuple(day, clock).map(([date, time]) => `${date}T${time}`)],
  ['singleSelect', columnOf('singleSelect', { options }), fc.constantFrom(...options.map((option) => option.id), null)],
  ['multipleSelect', columnOf('multipleSelect', { options }), fc.uniqueArray(fc.constantFrom(...options.map((option) => option.id))).map(writeIds)],
  ['member', columnOf('member'), fc.constantFrom(1, 2, 4, null)],
  ['phone', columnOf('phone'), fc.constantFrom('13800138000', '0571-88888888', '010-62345678转801', '+1 650 253 0000', '001', null)],
  ['email', columnOf('email'), emails],
  [
    'url',
    columnOf('url'),
    fc.oneof(
      emails.map((email) => `mailto:${email}`),
      fc.constantFrom('https://example.com/a?b=c#d', 'http://例子.中国', null),
    ),
  ],
  ['members', columnOf('members'), fc.uniqueArray(fc.constantFrom(1, 2, 4)).map(writeIds)],
  [
    'geolocation',
    columnOf('geolocation'),
    fc
      .tuple(fc.integer({ min: -90e6, max: 90e6 }), fc.integer({ min: -180e6, max: 180e6 }))
      .map(([latitude, longitude]) => writeGeolocation({ latitude: latitude / 1e6, longitude: longitude / 1e6 })),
  ],
  ['duration', columnOf('duration', { format: 'h:mm' }), fc.integer({ min: -99_999, max: 99_999 }).map((minutes) => minutes * 60 || 0)],
  ['duration with seconds', columnOf('duration', { format: 'h:mm:ss' }), fc.option(fc.integer({ min: 0, max: 9_999_999 }))],
  ['rating', columnOf('rating', { max: 10, icon: 'star' }), fc.option(fc.integer({ min: 1, max: 10 }))],
  ['progress', columnOf('progress'), fc.option(fc.integer({ min: 0, max: 10_000 }).map((value) => value / 10_000))],
  [
    'address',
    columnOf('address'),
    fc.tuple(regions, fc.stringMatching(/^[1-9]\d{0,3}号$/u)).map(([region, detail]) => writeAddress({ ...region, detail })),
  ],
])('what a %s cell shows reads back', (_name, column, values) => {
  fc.assert(
    fc.property(values, fc.constantFrom(...langs), (value, lang) => {
      expect(parseCell(column, formatCell(column, value, { ...context, lang }), { ...context, lang })).toEqual(ok(value))
    }),
  )
})

test('blank text is an empty cell of every column that is typed into, and an empty cell is blank text', () => {
  for (const type of types) expect(formatCell(columnOf(type, settingsOf(type)), null, context)).toBe('')
  for (const type of types.filter((each) => !computedColumnTypes.has(each))) {
    const column = columnOf(type, settingsOf(type))
    expect([parseCell(column, '', context), parseCell(column, ' \u3000', context)]).toEqual([ok(null), ok(null)])
  }
})

test('any text into any column: a value or a reason, never an exception', () => {
  fc.assert(
    fc.property(fc.constantFrom(...types), anyText, (type, typed) => {
      const column = columnOf(type, settingsOf(type))
      const parsed = parseCell(column, typed, context)
      expect(parsed.ok ? formatCell(column, parsed.value, context) : parsed.failure).toBeTypeOf('string')
    }),
    { numRuns: 1000 },
  )
})

test('any stored value is shown, even one that is not of the column', () => {
  const stored = fc.oneof(fc.string(), fc.double(), fc.constant(null), fc.constant('{"province":1}'), fc.constant('[1,"x"]'))
  fc.assert(
    fc.property(fc.constantFrom(...types), stored, (type, value) => {
      expect(formatCell(columnOf(type, settingsOf(type)), value, context)).toBeTypeOf('string')
    }),
    { numRuns: 500 },
  )
})

test('columns the engine fills refuse text, and links ask for rows', () => {
  for (const type of computedColumnTypes)
    expect(parseCell(columnOf(type, settingsOf(type)), 'x', context)).toEqual({ ok: false, failure: 'computed' })
  expect(parseCell(columnOf('link', settingsOf('link')), '华东精密', context)).toEqual({ ok: false, failure: 'needsRows' })
})

test('why a text is refused', () => {
  const failure = (column: Column, typed: string) => {
    const parsed = parseCell(column, typed, context)
    return parsed.ok ? parsed.value : parsed.failure
  }
  expect(failure(columnOf('date'), '2023-02-29')).toBe('invalidDate')
  expect(failure(currency, '$100')).toBe('invalidNumber')
  expect(failure(currency, '12.345')).toBe(12.35)
  expect(failure(columnOf('checkbox'), '也许')).toBe('invalidCheckbox')
  expect(failure(columnOf('email'), 'a@b')).toBe('invalidEmail')
  expect(failure(columnOf('geolocation'), '91, 200')).toBe('invalidGeolocation')
  expect(failure(columnOf('members'), '李雷、张三')).toBe('unknownMember')
  expect(failure(columnOf('url'), 'javascript:alert(1)')).toBe('invalidUrl')
  expect(failure(columnOf('duration', { format: 'h:mm' }), '一会儿')).toBe('invalidDuration')
  expect(failure(columnOf('rating', { max: 5, icon: 'star' }), '6')).toBe('invalidRating')
  expect(failure(columnOf('progress'), '120%')).toBe('invalidProgress')
  expect(failure(columnOf('phone'), '没有')).toBe('invalidPhone')
  expect(failure(columnOf('phone'), '总机转 801')).toBe('总机转 801')
  expect(failure(columnOf('singleSelect', { options }), '没有')).toBe('unknownOption')
  expect(failure(columnOf('multipleSelect', { options }), '新建、没有')).toBe('unknownOption')
  expect(failure(columnOf('member'), '张三')).toBe('unknownMember')
})

test('ratings and progress as people write them', () => {
  const five = columnOf('rating', { max: 5, icon: 'star' })
  expect(['4', '4/5', '4星', '★★★★☆', '⭐⭐⭐⭐', '4 stars', '4.0'].map((typed) => parseCell(five, typed, context))).toEqual(Array(7).fill(ok(4)))
  expect(parseCell(five, '0', context)).toEqual(ok(null))
  expect(parseCell(five, '4/10', context).ok).toBe(false)
  expect(['60%', '0.6', '６０％', '60'].map((typed) => parseCell(columnOf('progress'), typed, context))).toEqual(Array(4).fill(ok(0.6)))
  expect(['1', '100%', '1%', '0'].map((typed) => parseCell(columnOf('progress'), typed, context))).toEqual([ok(1), ok(1), ok(0.01), ok(0)])
})

test('names are matched without regard to width, case and spaces', () => {
  const select = columnOf('singleSelect', { options })
  expect(['a级', 'Ａ 级', ' 已成交 '].map((typed) => parseCell(select, typed, context))).toEqual([ok(16), ok(16), ok(12)])
  expect(parseCell(columnOf('multipleSelect', { options }), '价格，新建；价格、质量|A, B', context)).toEqual(ok('[14,10,13,15]'))
  expect(parseCell(columnOf('member'), '李 雷', context)).toEqual(ok(1))
})

test('each type knows its storage, and operators that the filter has', () => {
  const known = new Set<string>(
    cellConditionSchema.options.flatMap((option) => {
      const operator = option.shape.operator
      return 'options' in operator ? operator.options.map(String) : [...operator.values]
    }),
  )
  for (const operator of ['linkedAny', 'linkedAll', 'linkedNone']) known.add(operator)
  for (const type of types) {
    expect(columnKind(type).type).toBe(type)
    expect(columnKind(type).operators.every((operator) => known.has(operator))).toBe(true)
  }
  expect(['number', 'text', 'member', 'lookup'].map((type) => types.find((known) => known === type) ?? 'text').map(storageOf)).toEqual([
    'REAL',
    'TEXT',
    'INTEGER',
    'BLOB',
  ])
})

function settingsOf(type: Column['type']): object {
  if (type === 'link') return { linkId: 1, side: 'a', otherTableId: 2, otherColumnId: 9, multiple: true }
  if (type === 'lookup') return { linkColumnId: 1, targetColumnId: 2 }
  if (type === 'rollup') return { linkColumnId: 1, targetColumnId: null, function: 'count', orderColumnId: null, filter: null }
  if (type === 'formula') return { source: '1', result: 'number', format: columnKind('number').defaultSettings }
  return columnKind(type).defaultSettings ?? {}
}
