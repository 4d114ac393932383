import { langs, type Lang } from '#shared/i18n/lang.ts'
import type { TableRole } from '#shared/model/roles.ts'
import { columnSettings, formulaSource } from '../columnSettings.ts'
import { standardRule } from '../modules/standardRules.ts'
import { resolveFilter, resolveRule, type Ids } from '../resolve.ts'
import type { TemplateColumn, TemplateScheme, TemplateTable } from '../templateData.ts'
import { templateText } from '../templateTexts.ts'
import { columnFingerprint, schemeFingerprint, type NamesOf } from './fingerprint.ts'

/** As `fingerprints.ts` writes a fingerprint: before it the language, where the words of a definition are of one. */
export type Line = string

/** How the template describes a scheme now, in bases with these tables or those, in either language. */
export function linesOfScheme(scheme: TemplateScheme): Line[] {
  const asked = tablesAskedBy(scheme)
  const bases = Array.from({ length: 2 ** asked.length }, (_, bits) => asked.filter((_role, place) => (bits & (2 ** place)) !== 0))
  return [...new Set(bases.flatMap((tables) => linesOf((lang) => schemeIn(scheme, (role) => tables.includes(role), lang))))]
}

/** The same of a column that is measured or looked up; none of one that people fill. */
export const linesOfColumn = (column: TemplateColumn, tables: readonly TemplateTable[]): Line[] => linesOf((lang) => columnIn(column, tables, lang))

function linesOf(fingerprintIn: (lang: Lang) => string | null): Line[] {
  const found = langs.map((lang) => ({ lang, digits: fingerprintIn(lang) }))
  const isOne = found.every(({ digits }) => digits === found[0]?.digits)
  return found.flatMap(({ lang, digits }, place) => (digits === null || (isOne && place > 0) ? [] : [isOne ? digits : `${lang} ${digits}`]))
}

/** The tables on which the standard rule of a scheme hangs. */
function tablesAskedBy(scheme: TemplateScheme): TableRole[] {
  const asked = new Set<TableRole>()
  for (const answer of [true, false]) standardRule(scheme, (role) => (asked.add(role), answer))
  return [...asked]
}

function schemeIn(scheme: TemplateScheme, has: (table: TableRole) => boolean, lang: Lang): string | null {
  const { ids, names } = numbered(lang)
  return schemeFingerprint(
    {
      targetColumnId: ids.column(scheme.target),
      rule: resolveRule(ids, scheme.target, standardRule(scheme, has)),
      scope: scheme.scope === undefined ? null : resolveFilter(ids, scheme.scope),
      fallbackOptionId: scheme.fallback === null ? null : ids.option(scheme.target, scheme.fallback),
    },
    names,
  )
}

function columnIn(column: TemplateColumn, tables: readonly TemplateTable[], lang: Lang): string | null {
  const { ids, names } = numbered(lang)
  if (column.type !== 'formula') return columnFingerprint(columnSettings(ids, tables, column, lang), names)
  return columnFingerprint({ type: 'formula', settings: { source: formulaSource(ids, column.source), result: 'text', format: plain } }, names)
}

/** Of a formula its source alone counts. */
const plain = { format: 'plain', decimals: 0, thousands: false, symbol: '' } as const

/** Ids for codes as they are asked for, and the way back. */
function numbered(lang: Lang): { ids: Ids; names: NamesOf } {
  const known: string[] = []
  const idOf = (name: string): number => {
    if (!known.includes(name)) known.push(name)
    return known.indexOf(name) + 1
  }
  const nameOf = (id: number): string | null => known[id - 1] ?? null
  return {
    ids: {
      table: (role) => idOf(`table ${role}`),
      column: (role) => idOf(role),
      option: (_, code) => idOf(`option ${code}`),
      link: (role) => ({ linkId: idOf(role), side: 'a' }),
      text: (code) => templateText(lang, code),
    },
    names: { column: nameOf, option: (_, id) => nameOf(id) },
  }
}
