import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fail, ok } from '#shared/lib/result.ts'
import { isOpenable } from '#shared/lib/url.ts'
import type { AddressPart } from '#shared/model/button.ts'
import { addressOf, readAddress, showAddress } from '#shared/model/buttonAddress.ts'
import { anyText } from '../anyText.ts'
import { columnOf } from './columns/columnOf.ts'

const of = (parts: AddressPart[], ...texts: string[]) => addressOf(parts, (id) => texts[id - 1] ?? '')

test('values of the row stand in the address as values, whatever signs they hold', () => {
  expect(of(['https://example.com/?q=', { columnId: 1 }, '&n=', { columnId: 2 }], '李 雷&x=1', '50%#')).toEqual(
    ok('https://example.com/?q=%E6%9D%8E%20%E9%9B%B7%26x%3D1&n=50%25%23'),
  )
  expect(of(['https://example.com/', { columnId: 1 }], '../../etc')).toEqual(ok('https://example.com/..%2F..%2Fetc'))
  expect(of(['example.com/客户/', { columnId: 1 }], 'A1')).toEqual(ok('https://example.com/客户/A1'))
})

test('an address that is a cell is taken as it is, and its scheme is looked at all the same', () => {
  expect(of([{ columnId: 1 }], 'https://example.com/a?b=1')).toEqual(ok('https://example.com/a?b=1'))
  expect(of([{ columnId: 1 }, '/about'], 'example.com')).toEqual(ok('https://example.com/about'))
  for (const bad of [
    'javascript:alert(1)',
    'file:///etc/passwd',
    'data:text/html,x',
    'vbscript:x',
    'ftp://example.com',
    'https://user@evil.com',
    '没有',
  ])
    expect(of([{ columnId: 1 }], bad)).toEqual(fail('invalid'))
})

test('mail and telephone', () => {
  expect(of(['mailto:', { columnId: 1 }, '?subject=', { columnId: 2 }], 'a@b.cn', '您好 & 谢谢')).toEqual(
    ok('mailto:a@b.cn?subject=%E6%82%A8%E5%A5%BD%20%26%20%E8%B0%A2%E8%B0%A2'),
  )
  expect(of(['tel:', { columnId: 1 }], '+86 138 0013 8000')).toEqual(ok('tel:13800138000'))
  expect(of(['tel:', { columnId: 1 }], '010-62345678 转 801')).toEqual(ok('tel:01062345678,801'))
  expect(of(['tel:', { columnId: 1 }], '+1 650 253 0000')).toEqual(ok('tel:+16502530000'))
})

test('without a value there is nothing to open', () => {
  expect(of([{ columnId: 1 }], '')).toEqual(fail('empty'))
  expect(of(['tel:', { columnId: 1 }], '')).toEqual(fail('empty'))
  expect(of(['mailto:', { columnId: 1 }], ' ')).toEqual(fail('empty'))
  expect(of([])).toEqual(fail('empty'))
  expect(of(['https://'])).toEqual(fail('invalid'))
})

test('whatever a template and a row hold: an address that may be opened, or none', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(anyText, fc.constantFrom('https://a.cn/', 'tel:', 'mailto:', 'javascript:'), fc.constant({ columnId: 1 }))),
      anyText,
      (parts, text) => {
        const address = of(parts, text)
        if (address.ok) expect(isOpenable(address.value)).toBe(true)
      },
    ),
    { numRuns: 1000 },
  )
})

test('a template as it is typed, kept, and shown again; a name that is no column is told', () => {
  const columns = ['姓名', '电话', '姓名}x', 'q{1}'].map((name, index) => ({ ...columnOf('text'), id: index + 1, name }))
  const nameOf = (id: number) => columns.find((column) => column.id === id)?.name ?? `#${id}`
  const typed = 'https://a.cn/?q={姓名}&t={电话}&x={姓名}x}&y={q{1}}{'
  expect(readAddress(typed, columns)).toEqual({
    parts: ['https://a.cn/?q=', { columnId: 1 }, '&t=', { columnId: 2 }, '&x=', { columnId: 3 }, '&y=', { columnId: 4 }, '{'],
    unknown: [],
  })
  expect(showAddress(readAddress(typed, columns).parts, nameOf)).toBe(typed)
  expect(readAddress('https://a.cn/{没有}', columns)).toEqual({ parts: ['https://a.cn/{没有}'], unknown: ['没有'] })
})
