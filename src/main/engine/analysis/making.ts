import type { Analysis, AnalysisSection } from '#shared/contract/analysis.ts'
import type { Lang } from '#shared/i18n/lang.ts'
import type { ColumnRole } from '#shared/model/roles.ts'
import type { ReadContext } from '../context.ts'
import { lackingRoles } from '../report/roles.ts'
import { wordsOf, type Words } from '../report/words.ts'
import { modules } from '../template/modules/modules.ts'
import { templateText } from '../template/templateTexts.ts'

/** The longest list in the window; a workbook holds all of it. */
export const longestInWindow = 200

/** What every analysis is made with. */
export type Making = {
  context: ReadContext
  words: Words
  /** Bounds lists of rows. */
  longest: number
}

/** `asOf`: the day that counts as today; null for the day it is. */
export function makingOf(context: ReadContext, { lang, asOf = null }: { lang: Lang; asOf?: string | null }, longest = longestInWindow): Making {
  return { context: asOf === null ? context : { ...context, today: asOf }, words: wordsOf(context, lang), longest }
}

/** Null when all are there; else which columns of which table the analysis waits for. */
export function missingOf({ context, words }: Making, needed: readonly ColumnRole[]): Analysis | null {
  const lacking = lackingRoles(context, needed)
  if (lacking.length === 0) return null
  const tables = [...new Set(lacking.map((role) => role.slice(0, role.indexOf('.'))))]
  const parts = tables.map((table) => {
    const columns = lacking.filter((role) => role.startsWith(`${table}.`)).map((role) => templateText(words.lang, role))
    return words.t('analysis.missing.columns', {
      table: templateText(words.lang, `table.${table}`),
      columns: columns.join(words.t('common.listSeparator')),
    })
  })
  const text = words.t('analysis.missing', { parts: parts.join(words.t('analysis.missing.and')) })
  const bringing = modules.find((module) => module.tables.some(({ role }) => tables.includes(role) && context.schema.tableByRole(role) === undefined))
  if (bringing === undefined) return { kind: 'missing', text }
  const { code } = bringing
  const brings = words.t('analysis.missing.module', { name: templateText(words.lang, `module.${code}`) })
  return { kind: 'missing', text: words.joined([text, brings]), module: code }
}

/** A section of its own key and title, with what it has to show. */
export function sectionOf(key: string, title: string, shown: Partial<Omit<AnalysisSection, 'key' | 'title'>>): AnalysisSection {
  return { key, title, sentence: '', warning: null, chart: null, table: null, emptyText: null, ...shown }
}

/** Says how many of a longer list are shown; empty when all are. */
export function listedText({ words }: Making, listed: number, all: number): string {
  return listed < all ? words.t('analysis.listed', { count: listed, all }) : ''
}
