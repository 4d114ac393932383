import { expect, test } from 'vitest'
import { columnFingerprint, schemeFingerprint } from '#main/engine/template/versions/fingerprint.ts'
import { fingerprints } from '#main/engine/template/versions/fingerprints.ts'
import { knownTemplates } from '#main/engine/template/knownTemplates.ts'
import { linesOfColumn, linesOfScheme } from '#main/engine/template/versions/templateFingerprints.ts'
import { moduleCodes } from '#shared/model/modules.ts'
import { schemeCodes } from '#shared/model/roles.ts'
import type { Lang } from '#shared/i18n/lang.ts'
import { customerBook, rolesOf } from '../../support/customerBook.ts'
import { valueOf } from '../../support/valueOf.ts'

const tables = knownTemplates.flatMap((template) => template.tables)

/** Every definition of the templates as it is now, under the key by which its versions are known. */
const now = new Map<string, readonly string[]>([
  ...knownTemplates.flatMap(({ schemes }) => schemes.map((scheme) => [`scheme.${scheme.code}`, linesOfScheme(scheme)] as const)),
  ...tables.flatMap(({ columns }) => columns.map((column) => [`column.${column.role}`, linesOfColumn(column, tables)] as const)),
])

test('every definition of a scheme and of a measured column is known: one that changes adds its fingerprint, and the former one stays', () => {
  const missing = [...now].flatMap(([key, lines]) => {
    const added = lines.filter((line) => fingerprints[key]?.includes(line) !== true)
    return added.length === 0 ? [] : [`'${key}': [… ${added.map((line) => `'${line}'`).join(', ')}],`]
  })
  // Add these to the lines of src/main/engine/template/versions/fingerprints.ts, behind what stands there, and take nothing away.
  expect(missing).toEqual([])
})

test('what stood in the first books stays known, whatever stands now', () => {
  const first = {
    'scheme.activity': 'e8916f2167',
    'scheme.churnRisk': '002a1b96c1',
    'scheme.leadScore': 'c3100e4b0f',
    'scheme.purchaseType': 'af50ac20f3',
    'scheme.rfmQuintiles': '2bf9e04800',
    'column.customer.orderCount': '20dd315680',
    'column.customer.lastOrderDate': 'ede6a2cba8',
    'column.customer.leftForCompetitor': 'zh-CN 9fc422dc80',
  }
  for (const [key, line] of Object.entries(first)) expect([key, fingerprints[key]?.includes(line)]).toEqual([key, true])
})

test.each(['zh-CN', 'en'] as const)(
  'what a book is made of (%s) has the fingerprints of the templates, whatever its ids and names',
  async (lang: Lang) => {
    const book = await customerBook({ today: '2026-11-26', lang })
    valueOf(await book.engine.run('schemes.addFromLibrary', { codes: [...schemeCodes], lang }))
    for (const code of moduleCodes) valueOf(await book.engine.run('template.addModule', { code, lang, sample: false }))
    const { base } = await rolesOf(book.engine)
    const columns = new Map(base.columns.map((column) => [column.id, column]))
    const codeIn = (columnId: number, id: number): string | null => {
      const column = columns.get(columnId)
      if (column?.type === 'lookup' || column?.type === 'rollup') return codeIn(column.settings.targetColumnId ?? 0, id)
      const option =
        column?.type === 'singleSelect' || column?.type === 'multipleSelect' ? column.settings.options.find((each) => each.id === id) : undefined
      return option?.code === undefined ? null : `option ${option.code}`
    }
    const names = { column: (id: number) => columns.get(id)?.role ?? null, option: codeIn }
    const isOf = (line: string, digits: string | null): boolean => line === digits || line === `${lang} ${digits}`
    const strange = [
      ...base.schemes.filter((scheme) => !now.get(`scheme.${scheme.code}`)?.some((line) => isOf(line, schemeFingerprint(scheme, names)))),
      ...base.columns.filter((column) => {
        const digits = columnFingerprint(column, names)
        return digits !== null && !now.get(`column.${column.role}`)?.some((line) => isOf(line, digits))
      }),
    ]
    expect(strange.map(({ name }) => name)).toEqual([])
    expect(base.schemes).toHaveLength(schemeCodes.length)
    await book.engine.close()
  },
  // A book with everything there is.
  120_000,
)
