import { expect, test } from 'vitest'
import { gallerySections } from '#renderer/features/schemes/gallerySections.ts'
import type { LibraryEntry } from '#shared/contract/schemeLibrary.ts'

const entry = (code: LibraryEntry['code'], group: LibraryEntry['group'], id: number | null): LibraryEntry => ({
  code,
  group,
  name: code,
  table: { name: '客户', id },
  about: '',
  classes: [],
  schemeId: null,
  adds: [],
  addsTables: [],
})
const entries = [entry('grade', 'basis', 1), entry('ageBand', 'profile', 2), entry('value', 'value', 1), entry('region', 'profile', 1)]
const told = (tableId: number) =>
  gallerySections(entries, tableId).map((section) =>
    section.kind === 'ownKinds'
      ? 'own'
      : `${section.kind === 'group' ? section.group : section.kind}: ${section.entries.map(({ code }) => code).join(' ')}`,
  )

test('what is ready for the open table comes first, then kinds of one’s own, then what is for other tables', () => {
  expect(told(1)).toEqual(['basis: grade', 'value: value', 'profile: region', 'own', 'others: ageBand'])
  expect(told(2)).toEqual(['profile: ageBand', 'own', 'others: grade value region'])
})

test('a table that nothing is ready for begins with the kinds of one’s own', () => {
  expect(told(9)).toEqual(['own', 'basis: grade', 'value: value', 'profile: ageBand region'])
})
