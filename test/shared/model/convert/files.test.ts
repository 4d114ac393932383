import { expect, test } from 'vitest'
import { columnSchema, type Column, type ColumnType } from '#shared/model/column.ts'
import { columnKind } from '#shared/model/columns/registry.ts'
import { cellConverter } from '#shared/model/convert/cellConverter.ts'
import { writeFiles, type StoredFile } from '#shared/model/file.ts'

const column = (type: ColumnType): Column =>
  columnSchema.parse({
    id: 1,
    uid: '',
    tableId: 1,
    name: '列',
    role: null,
    position: 1,
    description: '',
    required: false,
    type,
    settings: columnKind(type).defaultSettings,
  })
const context = { lang: 'zh-CN', members: [], today: '2026-11-26' } as const
const picture: StoredFile = { hash: 'a'.repeat(64), name: '外景.png', size: 5, type: 'image/png' }
const paper: StoredFile = { hash: 'b'.repeat(64), name: '合同.pdf', size: 9, type: 'application/pdf' }

test.each<[ColumnType, StoredFile[], ColumnType, string, string | null]>([
  ['image', [picture], 'file', 'same', writeFiles([picture])],
  ['file', [picture, paper], 'image', 'changed', writeFiles([picture])],
  ['file', [paper], 'image', 'lost', null],
  ['signature', [picture], 'image', 'same', writeFiles([picture])],
  ['file', [picture, paper], 'text', 'changed', '外景.png、合同.pdf'],
])('%s with %j as %s: %s', (from, files, to, outcome, value) => {
  expect(cellConverter(column(from), column(to), context)(writeFiles(files))).toMatchObject({ outcome, value })
})

test('text does not become a file', () => {
  expect(cellConverter(column('text'), column('file'), context)('合同.pdf')).toMatchObject({ outcome: 'lost', value: null })
})
