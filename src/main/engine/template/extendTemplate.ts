import type { SchemaChange } from '#shared/change/change.ts'
import type { Lang } from '#shared/i18n/lang.ts'
import { columnSchema, type Column } from '#shared/model/column.ts'
import { optionsOf } from '#shared/model/columns/selects.ts'
import type { Scheme } from '#shared/model/scheme.ts'
import { shippedPlaybook } from '#shared/model/shippedPlaybook.ts'
import { refuseTakenTarget, refuseUnfit } from '../classify/schemes.ts'
import { formulaSettings } from '../compute/formula/formulaSettings.ts'
import type { WriteContext } from '../context.ts'
import { handOver } from '../history/handOver.ts'
import { newUidText } from '../store/uid.ts'
import { numberAllRows } from '../tables/numbering.ts'
import { columnSettings, formulaSource, numberSettings, templateOption } from './columnSettings.ts'
import { freeNames } from './freeNames.ts'
import { knownTemplates } from './knownTemplates.ts'
import { resolveFilter, resolveRule, type Ids } from './resolve.ts'
import { rolesOfColumn } from './rolesNamed.ts'
import { takeIds, type TakenIds } from './takeIds.ts'
import type { TemplateColumn, TemplateData, TemplateScheme, TemplateTable } from './templateData.ts'
import { templateAbout, templateText } from './templateTexts.ts'
import { hideInViews, newView } from './templateView.ts'
import { wholePack } from './wholePack.ts'

/**
 * Makes of a piece of a template what the base has not yet, found by role and code however people renamed it: tables,
 * columns, options that a rule asks for, schemes, views. What it reads and is gone is made anew. A base without tables
 * becomes the template. Views that were there keep what they show. One change, when called once in a write.
 */
export function extendTemplate(context: WriteContext, pack: TemplateData, lang: Lang): Ids {
  const whole = wholePack(context.schema, pack)
  const taken = takeIds(context, whole, lang)
  const plan: Plan = {
    context,
    ids: taken.ids,
    lang,
    pack: whole,
    described: [whole, ...knownTemplates].flatMap(({ tables }) => tables),
    columns: whole.tables.flatMap((table) => placed(context, taken.ids, table, lang)),
  }
  const made = whole.tables.flatMap(({ columns }) => columns).filter(({ role }) => context.schema.columnByRole(role) === undefined)
  const viewsBefore = [...context.schema.views.values()]
  context.apply({ schema: [...newTables(plan), ...newColumns(plan)] })
  for (const formula of formulasInOrder(plan)) context.apply({ schema: [newFormula(plan, formula)] })
  numberRows(context, made)
  const schemes = whole.schemes.map((scheme) => newScheme(plan, scheme))
  const lastView = Math.max(0, ...viewsBefore.map(({ position }) => position))
  const views = whole.views.map((view, index) =>
    newView(context.schema, taken.ids, view, lang, made, { id: context.newId('view'), position: lastView + index + 1 }),
  )
  context.apply({ schema: [...newOptions(plan, taken), ...hideInViews(context.schema, viewsBefore, made, lang)] })
  for (const scheme of schemes) {
    refuseTakenTarget(context.schema, refuseUnfit(context.schema, scheme))
    if (!made.some(({ role }) => taken.ids.column(role) === scheme.targetColumnId)) handOver(context, scheme)
  }
  context.apply({ schema: [...schemes.map((to) => ({ kind: 'scheme' as const, id: to.id, from: null, to })), ...views] })
  return taken.ids
}

type Plan = {
  context: WriteContext
  ids: Ids
  lang: Lang
  pack: TemplateData
  /** The tables of all templates, where a link finds the table of its other side. */
  described: readonly TemplateTable[]
  columns: readonly Placed[]
}

function newTables({ context, ids, lang, pack }: Plan): SchemaChange[] {
  const { tables } = context.schema
  const last = Math.max(0, ...[...tables.values()].map(({ position }) => position))
  const free = freeNames([...tables.values()].map(({ name }) => name))
  return pack.tables
    .filter(({ role }) => !tables.has(ids.table(role)))
    .map(({ role, primary }, index) => {
      const id = ids.table(role)
      const to = {
        id,
        uid: newUidText(),
        name: free(templateText(lang, `table.${role}`)),
        role,
        position: last + index + 1,
        primaryColumnId: ids.column(primary),
      }
      return { kind: 'table', id, from: null, to }
    })
}

function newColumns(plan: Plan): SchemaChange[] {
  const { ids, described, lang } = plan
  return plan.columns.flatMap(({ column, common }) =>
    column.type === 'formula' ? [] : [columnChange(plan, common, columnSettings(ids, described, column, lang))],
  )
}

/** A column that is there keeps its name and place: what it reads is set right. */
function columnChange({ context }: Plan, common: Placed['common'], { type, settings }: ReturnType<typeof columnSettings>): SchemaChange {
  const from = context.schema.columns.get(common.id) ?? null
  const to = columnSchema.parse({ ...(from ?? common), type, settings })
  return { kind: 'column', id: common.id, from, to }
}

type Placed<Known extends TemplateColumn = TemplateColumn> = { column: Known; common: Omit<Column, 'type' | 'settings'> }

/** What every column of a table has, with a place behind those that are there and a name that is free. */
function placed(context: WriteContext, ids: Ids, { role, columns }: TemplateTable, lang: Lang): Placed[] {
  const tableId = ids.table(role)
  const there = context.schema.columnsOf(tableId)
  const last = Math.max(0, ...there.map(({ position }) => position))
  const free = freeNames(there.map(({ name }) => name))
  const isNew = there.length === 0
  return columns.map((column, index) => ({
    column,
    common: {
      id: ids.column(column.role),
      uid: newUidText(),
      tableId,
      name: free(templateText(lang, column.role)),
      role: column.role,
      position: last + index + 1,
      description: templateAbout(lang, column.role),
      // Rows that are there already have nothing in it.
      required: isNew && (column.required ?? false),
      ...('range' in column ? { validation: { kind: 'number' as const, ...column.range } } : {}),
    },
  }))
}

type Formula = Placed<Extract<TemplateColumn, { type: 'formula' }>>

/** Formulas behind those they read, directly or over lookups and rollups. */
function formulasInOrder(plan: Plan): Formula[] {
  const made = new Map(plan.columns.map((each) => [each.column.role, each]))
  const ordered: Formula[] = []
  const seen = new Set<string>()
  const visit = ({ column, common }: Placed): void => {
    if (seen.has(column.role)) return
    seen.add(column.role)
    for (const role of rolesOfColumn(column, plan.described)) {
      const read = made.get(role)
      if (read !== undefined) visit(read)
    }
    if (column.type === 'formula') ordered.push({ column, common })
  }
  made.forEach(visit)
  return ordered
}

function newFormula(plan: Plan, { column, common }: Formula): SchemaChange {
  const { context, ids, lang } = plan
  const format = column.look === undefined ? {} : { format: numberSettings(column.look, column.decimals, lang) }
  const settings = formulaSettings(context.schema, common.tableId, common.name, { source: formulaSource(ids, column.source), ...format })
  return columnChange(plan, common, { type: 'formula', settings })
}

function numberRows(context: WriteContext, made: readonly TemplateColumn[]): void {
  for (const { role, type } of made) {
    const column = type === 'autoNumber' ? context.schema.columnByRole(role) : undefined
    if (column?.type === 'autoNumber') numberAllRows(context, column)
  }
}

function newScheme({ context, ids, lang }: Plan, scheme: TemplateScheme): Scheme {
  const classes = optionsOf(context.schema.columns.get(ids.column(scheme.target)))
  return {
    id: context.newId('scheme'),
    uid: newUidText(),
    code: scheme.code,
    name: templateText(lang, scheme.target),
    tableId: ids.table(scheme.table),
    targetColumnId: ids.column(scheme.target),
    scope: scheme.scope === undefined ? null : resolveFilter(ids, scheme.scope),
    rule: resolveRule(ids, scheme.target, scheme.rule),
    fallbackOptionId: scheme.fallback === null ? null : ids.option(scheme.target, scheme.fallback),
    enabled: true,
    playbook: shippedPlaybook(scheme.code, classes, optionsOf(context.schema.columnByRole('followUp.method')), lang),
  }
}

/** Options that rules and filters name and a select has no more come back, behind those it has. */
export function newOptions({ context, ids, lang }: Pick<Plan, 'context' | 'ids' | 'lang'>, { missingOptions }: TakenIds): SchemaChange[] {
  return [...missingOptions].flatMap(([role, missing]) => {
    const from = context.schema.columns.get(ids.column(role))
    if (from?.type !== 'singleSelect' && from?.type !== 'multipleSelect') return []
    const free = freeNames(from.settings.options.map(({ name }) => name))
    const added = missing.map((option) => templateOption(ids, role, option, lang)).map((option) => ({ ...option, name: free(option.name) }))
    const options = [...from.settings.options, ...added]
    const to: Column = from.type === 'singleSelect' ? { ...from, settings: { ...from.settings, options } } : { ...from, settings: { options } }
    return [{ kind: 'column', id: from.id, from, to } as const]
  })
}
