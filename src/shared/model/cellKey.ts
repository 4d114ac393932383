import { assertNever } from '../lib/assertNever.ts'
import { phoneDigits } from '../lib/phone.ts'
import { plainForm } from '../lib/text.ts'
import { formatAddress, readAddress } from './address.ts'
import type { CellValue } from './cell.ts'
import { computedColumnTypes, type Column } from './column.ts'
import { formatCell, storageOf } from './columns/registry.ts'
import { fileColumnTypes } from './file.ts'
import { readIds } from './idList.ts'
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

/**
 * How cells of a column are compared: as they are stored, or by a key that forgives how they were written. The name of
 * a form stands in the file, in the index that keeps rows unique: its meaning must not change.
 */
export type KeyForm = 'stored' | 'text' | 'phone' | 'ids' | 'address'

/** The form in which a column's cells are compared; pass the `displayColumn` of a computed one. */
export function keyForm(column: Column): KeyForm {
  switch (column.type) {
    case 'phone':
      return 'phone'
    case 'multipleSelect':
      return 'ids'
    case 'address':
      return 'address'
    case 'date':
    case 'dateTime':
    case 'createdTime':
    case 'modifiedTime':
      return 'stored'
    default:
      return ['REAL', 'INTEGER'].includes(storageOf(column.type)) ? 'stored' : 'text'
  }
}

/** What two equal cells have in common; null for an empty cell, which equals none. */
export function keyIn(form: KeyForm, value: CellValue): CellValue {
  if (value === null || value === '') return null
  switch (form) {
    case 'stored':
      return value
    case 'text':
      return matchKey(String(value)) || null
    case 'phone':
      return phoneDigits(String(value)) || matchKey(String(value)) || null
    case 'ids':
      return (
        readIds(value)
          .sort((left, right) => left - right)
          .join() || null
      )
    case 'address': {
      const parts = readAddress(value)
      return matchKey(parts === null ? String(value) : formatAddress(parts)) || null
    }
    default:
      return assertNever(form)
  }
}

/** Whether a rule against duplicates may stand on the column: what is typed into it, and numbers given to rows. */
export function canBeUnique(column: Column): boolean {
  if (fileColumnTypes.has(column.type)) return false
  return column.type === 'autoNumber' || (column.type !== 'link' && column.type !== 'checkbox' && !computedColumnTypes.has(column.type))
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
