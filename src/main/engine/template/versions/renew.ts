import type { NewerScheme } from '#shared/contract/schemeLibrary.ts'
import type { Lang } from '#shared/i18n/lang.ts'
import { columnSchema, type Column } from '#shared/model/column.ts'
import type { ColumnRole } from '#shared/model/roles.ts'
import type { Scheme } from '#shared/model/scheme.ts'
import { previewScheme } from '../../classify/preview.ts'
import { refuseUnfit } from '../../classify/schemes.ts'
import { formulaSettings } from '../../compute/formula/formulaSettings.ts'
import type { ReadContext, Schema, WriteContext } from '../../context.ts'
import { columnSettings, formulaSource } from '../columnSettings.ts'
import { extendTemplate, newOptions } from '../extendTemplate.ts'
import { knownTemplates } from '../knownTemplates.ts'
import { resolveFilter, resolveRule, type Ids } from '../resolve.ts'
import { takeIds } from '../takeIds.ts'
import type { TemplateData, TemplateScheme } from '../templateData.ts'
import { templateText } from '../templateTexts.ts'
import { newerOf, type Newer } from './newer.ts'

/** What bringing a scheme up to date would change; null: nothing, or its owner changed it. */
export function newerScheme(context: ReadContext, scheme: Scheme, lang: Lang): NewerScheme | null {
  const newer = newerOf(context.schema, scheme)
  if (newer === null) return null
  return {
    changesRule: newer.isRuleOld,
    columnIds: newer.columns.map(({ column }) => column.id),
    adds: newer.lacks.map((role) => templateText(newer.lang ?? lang, role)),
    ...previewOf(context, scheme, newer, lang),
  }
}

/** Who would move, and by what; null where that hangs on columns that are made or measured anew, and so is not known before. */
function previewOf(context: ReadContext, scheme: Scheme, newer: Newer, lang: Lang): Pick<NewerScheme, 'preview' | 'classes'> {
  if (newer.columns.length > 0 || newer.lacks.length > 0) return unknown
  const { ids, missingOptions } = takeIds({ schema: context.schema, newId: () => 0 }, nothing, newer.lang ?? lang)
  const classes = classesOf(ids, newer.template)
  if (missingOptions.size > 0) return unknown
  const { moved, moves } = previewScheme(context, { ...scheme, ...classes })
  return { preview: { moved, moves }, classes }
}

const unknown = { preview: null, classes: null }

/**
 * Brings a scheme that is as it came up to date, with what it measures; what its new rule reads and the base has not is made.
 * Its name, strategies, period and classes by hand stay. Does nothing where nothing is newer.
 */
export function renewScheme(context: WriteContext, scheme: Scheme, lang: Lang): Scheme {
  const newer = newerOf(context.schema, scheme)
  if (newer === null) return scheme
  const madeIn = newer.lang ?? lang
  if (newer.lacks.length > 0) extendTemplate(context, packOf(newer.lacks), madeIn)
  const taken = takeIds(context, nothing, madeIn)
  for (const each of newer.columns)
    context.apply({ schema: [{ kind: 'column', id: each.column.id, from: each.column, to: renewed(context.schema, taken.ids, each, madeIn) }] })
  if (!newer.isRuleOld) return scheme
  const to = { ...scheme, ...classesOf(taken.ids, newer.template), revision: context.newId('schemeRevision') }
  context.apply({ schema: newOptions({ context, ids: taken.ids, lang: madeIn }, taken) })
  context.apply({ schema: [{ kind: 'scheme', id: scheme.id, from: scheme, to: refuseUnfit(context.schema, to) }] })
  return to
}

function classesOf(ids: Ids, { target, rule, scope, fallback }: TemplateScheme): Pick<Scheme, 'rule' | 'scope' | 'fallbackOptionId'> {
  return {
    rule: resolveRule(ids, target, rule),
    scope: scope === undefined ? null : resolveFilter(ids, scope),
    fallbackOptionId: fallback === null ? null : ids.option(target, fallback),
  }
}

/** The column with its name, place and look, measuring what the template measures now. */
function renewed(schema: Schema, ids: Ids, { column, template }: Newer['columns'][number], lang: Lang): Column {
  if (template.type === 'formula') {
    const format = column.type === 'formula' ? { format: column.settings.format } : {}
    const settings = formulaSettings(schema, column.tableId, column.name, { source: formulaSource(ids, template.source), ...format })
    return columnSchema.parse({ ...column, settings })
  }
  return columnSchema.parse({ ...column, settings: columnSettings(ids, described, template, lang).settings })
}

const described = knownTemplates.flatMap(({ tables }) => tables)

/** Where everything that is asked for is there. */
const nothing: TemplateData = { tables: [], schemes: [], views: [] }

function packOf(roles: readonly ColumnRole[]): TemplateData {
  const tables = described.map((table) => ({ ...table, columns: table.columns.filter(({ role }) => roles.includes(role)) }))
  return { ...nothing, tables: tables.filter(({ columns }) => columns.length > 0) }
}
