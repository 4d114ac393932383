import { fail, ok, type Result } from '../lib/result.ts'
import { cleanPhone } from '../lib/phone.ts'
import { isOpenable, parseUrl } from '../lib/url.ts'
import type { AddressPart } from './button.ts'
import type { Column } from './column.ts'

/**
 * The address a button opens for a row, `textOf` giving the row's texts. Values are written so that they cannot change
 * what the address says around them; one that begins the address is taken as the address it is. Empty: nothing to open.
 */
export function addressOf(parts: readonly AddressPart[], textOf: (columnId: number) => string): Result<string, 'empty' | 'invalid'> {
  const [first] = parts
  const scheme = typeof first === 'string' ? (/^\s*(mailto|tel):/iu.exec(first)?.[1] ?? '').toLowerCase() : ''
  const texts = parts.map((part, at) => {
    if (typeof part === 'string') return part
    const text = textOf(part.columnId).trim()
    if (at === 0) return text
    return scheme === 'tel' ? dialled(text) : encoded(text)
  })
  const written = texts.join('').trim()
  if (written === '' || /^(?:mailto|tel):$/iu.test(written)) return fail('empty')
  const address = scheme === 'tel' ? written.replace(/^tel:/iu, 'tel:').replaceAll(' ', '') : parseUrl(written)
  return address !== null && isOpenable(address) ? ok(address) : fail('invalid')
}

/** `https://example.com/?q={姓名}` as it is kept; a name that is no column's stays text, and is answered as unknown. */
export function readAddress(typed: string, columns: readonly Column[]): { parts: AddressPart[]; unknown: string[] } {
  const parts: AddressPart[] = []
  const unknown: string[] = []
  const byLength = [...columns].sort((left, right) => right.name.length - left.name.length)
  let text = ''
  for (let at = 0; at < typed.length;) {
    // Names may hold brackets themselves: the longest that fits is meant.
    const column = typed[at] === '{' ? byLength.find(({ name }) => typed.startsWith(`{${name}}`, at)) : undefined
    if (column === undefined) {
      const named = /^\{([^{}]*)\}/u.exec(typed.slice(at))
      if (named !== null) unknown.push(named[1] ?? '')
      text += typed[at]
      at += 1
      continue
    }
    if (text !== '') parts.push(text)
    text = ''
    parts.push({ columnId: column.id })
    at += column.name.length + 2
  }
  if (text !== '') parts.push(text)
  return { parts, unknown }
}

/** As a person reads and types it; `nameOf` says what a column is called, or was. */
export const showAddress = (parts: readonly AddressPart[], nameOf: (columnId: number) => string): string =>
  parts.map((part) => (typeof part === 'string' ? part : `{${nameOf(part.columnId)}}`)).join('')

/** `@` needs no escape in the addresses there are, and mail programs do not all read it. */
const encoded = (text: string): string => encodeURIComponent(text.toWellFormed()).replaceAll('%40', '@')

/** The digits to dial; an extension (转 801) is dialled after a pause. */
const dialled = (text: string): string =>
  cleanPhone(text)
    .replace(/\s*(?:转|ext\.?|#|x)\s*(?=\d+$)/iu, ',')
    .replace(/[^\d+,*#]/gu, '')
