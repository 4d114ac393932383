import { phoneDigits } from '../lib/phone.ts'
import { plainForm } from '../lib/text.ts'
import type { CellValue } from './cell.ts'
import type { Column } from './column.ts'
import { formatCell } from './columns/registry.ts'
import type { Member } from './member.ts'

/**
 * The form in which names and numbers of rows are compared: full width is half width, case does not count, nor do
 * spaces around the text, doubled, or between Chinese characters (张 三). Nothing else is forgiven: a key that
 * dropped marks would take A1-1 for A11.
 */
export function matchKey(text: string): string {
  if (isPlain(text)) return text
  return plainForm(text)
    .toLowerCase()
    .replace(/(?<=\p{Script=Han}) | (?=\p{Script=Han})/gu, '')
}

/** Digits, small letters, `-` and common Chinese characters: the key is the text itself. */
function isPlain(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    const plain = (code >= 0x4e00 && code <= 0x9fff) || (code >= 48 && code <= 57) || (code >= 97 && code <= 122) || code === 45
    if (!plain) return false
  }
  return true
}

/** The key of a stored cell. Empty cells have the empty key. */
export function cellKey(column: Column, value: CellValue, members: readonly Member[]): string {
  if (value === null) return ''
  switch (column.type) {
    case 'phone':
      return phoneDigits(String(value)) || matchKey(String(value))
    case 'number':
      return String(value)
    case 'text':
    case 'longText':
    case 'email':
    case 'autoNumber':
    case 'link':
      return matchKey(String(value))
    case 'date':
      return String(value)
    case 'dateTime':
      return String(value)
    default:
      return matchKey(formatCell(column, value, { lang: 'zh-CN', members }))
  }
}
