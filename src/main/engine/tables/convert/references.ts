import type { SchemaChange } from '#shared/change/change.ts'
import type { ColumnReference } from '#shared/contract/conversion.ts'
import { columnsOfButton } from '#shared/model/button.ts'
import { canBeUnique } from '#shared/model/cellKey.ts'
import type { Column } from '#shared/model/column.ts'
import { buttonProblem } from '#shared/model/columns/buttonProblem.ts'
import { allFits, withoutUnfit, withoutUnfitRules } from '#shared/model/convert/fitFilter.ts'
import { columnsOfFilter } from '#shared/model/filter.ts'
import { columnsOfScheme, filtersOfScheme, partsOfRule, targetTypeOf, type Scheme } from '#shared/model/scheme.ts'
import { uniquesOf } from '#shared/model/table.ts'
import type { ViewSettings } from '#shared/model/view.ts'
import { canMakeLanes, groupsOfLanes } from '#shared/model/viewLayout.ts'
import { computedNodes, readersOf } from '../../compute/graph.ts'
import { classColumnIds, type Schema } from '../../store/schema.ts'
import type { ConversionPlan } from './plan.ts'

/** What refers to a column that changes its type, what becomes of each, and the changes that bring it about. */
export type References = { told: ColumnReference[]; changes: SchemaChange[] }

export function referencesTo(schema: Schema, plan: ConversionPlan): References {
  const parts = [
    otherSide(schema, plan),
    views(schema, plan),
    readers(schema, plan),
    offers(schema, plan),
    buttons(schema, plan),
    schemes(schema, plan),
    uniques(schema, plan),
    role(plan),
  ]
  return { told: parts.flatMap((part) => part.told), changes: parts.flatMap((part) => part.changes) }
}

const nothing: References = { told: [], changes: [] }

/** A link that is none any more goes from the other table too. */
function otherSide(schema: Schema, { column }: ConversionPlan): References {
  if (column.type !== 'link') return nothing
  const other = schema.columns.get(column.settings.otherColumnId)
  if (other === undefined) return nothing
  const table = schema.tables.get(other.tableId)
  const isPrimary = table?.primaryColumnId === other.id
  const next = schema.columnsOf(other.tableId).find((each) => each.id !== other.id)?.id ?? null
  return {
    told: [{ kind: 'otherSide', name: `${table?.name ?? ''}·${other.name}`, effect: 'removed' }],
    changes: [
      ...(isPrimary ? [{ kind: 'table' as const, id: table.id, from: table, to: { ...table, primaryColumnId: next } }] : []),
      { kind: 'column', id: other.id, from: other, to: null },
    ],
  }
}

function views(schema: Schema, { column, from, to }: ConversionPlan): References {
  const parts = [...schema.views.values()].map((view): References => {
    const { settings } = view
    const filter = withoutUnfit(settings.filter, from, to)
    const colors = withoutUnfitRules(settings.colors, from, to)
    const isCut = !isSame(filter, settings.filter)
    const isPaler = !isSame(colors, settings.colors)
    const name = view.tableId === column.tableId ? view.name : `${schema.tables.get(view.tableId)?.name ?? ''}·${view.name}`
    const told: ColumnReference[] = []
    const losesLanes = settings.layout.kind === 'kanban' && settings.layout.columnId === column.id && !canMakeLanes(to)
    if (columnsOfView(settings).includes(column.id)) told.push({ kind: 'view', name, effect: losesLanes ? 'stopped' : isCut ? 'filterCut' : 'kept' })
    if (columnsOfColors(settings).includes(column.id)) told.push({ kind: 'colors', name, effect: isPaler ? 'rulesCut' : 'kept' })
    const changed = { ...view, settings: { ...settings, filter, colors } }
    return { told, changes: isCut || isPaler ? [{ kind: 'view', id: view.id, from: view, to: changed }] : [] }
  })
  return { told: parts.flatMap((part) => part.told), changes: parts.flatMap((part) => part.changes) }
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

function columnsOfView({ filter, sorts, groups, layout }: ViewSettings): number[] {
  const lanes = layout.kind === 'kanban' ? groupsOfLanes(layout) : []
  return [...columnsOfFilter(filter), ...[...sorts, ...groups, ...lanes].map((sort) => sort.columnId)]
}

const columnsOfColors = ({ colors }: ViewSettings): number[] =>
  colors.flatMap((rule) => (rule.kind === 'filter' ? columnsOfFilter(rule.filter) : [rule.columnId]))

/** Columns that are computed from it, here or over links. */
function readers(schema: Schema, { column, from, to }: ConversionPlan): References {
  const nodes = computedNodes(schema)
  const parts = readersOf(schema, nodes, column).map((reader): References => {
    const throughIt = nodes.some(
      (node) => node.columnId === reader.id && node.linked.some((reads) => reads.steps.some((step) => step.linkColumnId === column.id)),
    )
    const table = reader.tableId === column.tableId ? '' : `${schema.tables.get(reader.tableId)?.name ?? ''}·`
    const filter = reader.type === 'rollup' ? withoutUnfit(reader.settings.filter, from, to) : null
    const isCut = reader.type === 'rollup' && !isSame(filter, reader.settings.filter)
    return {
      told: [{ kind: 'column', name: table + reader.name, effect: throughIt ? 'emptied' : isCut ? 'filterCut' : 'recomputed' }],
      changes: isCut ? [{ kind: 'column', id: reader.id, from: reader, to: { ...reader, settings: { ...reader.settings, filter } } }] : [],
    }
  })
  return { told: parts.flatMap((part) => part.told), changes: parts.flatMap((part) => part.changes) }
}

/** Links that offer rows by conditions on it. */
function offers(schema: Schema, { column, from, to }: ConversionPlan): References {
  const parts = [...schema.columns.values()].flatMap((link): References[] => {
    if (link.type !== 'link' || link.id === column.id || link.settings.pick === undefined || link.settings.pick === null) return []
    const { pick } = link.settings
    const filter = withoutUnfit(pick.filter, from, to)
    if (isSame(filter, pick.filter)) return []
    const cut: Column = { ...link, settings: { ...link.settings, pick: { ...pick, filter } } }
    return [
      {
        told: [{ kind: 'column', name: `${schema.tables.get(link.tableId)?.name ?? ''}·${link.name}`, effect: 'filterCut' }],
        changes: [{ kind: 'column', id: link.id, from: link, to: cut }],
      },
    ]
  })
  return { told: parts.flatMap((part) => part.told), changes: parts.flatMap((part) => part.changes) }
}

/** Buttons that use it; one that cannot any more says so, and is set again by hand: a condition less would let it be pressed anywhere. */
function buttons(schema: Schema, { column, to }: ConversionPlan): References {
  const classes = classColumnIds(schema)
  const after = new Map(schema.columns).set(to.id, to)
  const told = [...schema.columns.values()].flatMap((each): ColumnReference[] => {
    if (each.type !== 'button' || each.id === column.id || !columnsOfButton(each.settings).includes(column.id)) return []
    const table = each.tableId === column.tableId ? '' : `${schema.tables.get(each.tableId)?.name ?? ''}·`
    const stops = buttonProblem(each, after, (id) => classes.has(id)) !== null
    return [{ kind: 'column', name: table + each.name, effect: stops ? 'stopped' : 'kept' }]
  })
  return { told, changes: [] }
}

/** A scheme that cannot read the column any more stands still: a rule with a condition less would class rows wrongly. */
function schemes(schema: Schema, plan: ConversionPlan): References {
  const parts = [...schema.schemes.values()].flatMap((scheme): References[] => {
    const isTarget = scheme.targetColumnId === plan.column.id
    if (!isTarget && !columnsOfScheme(scheme).includes(plan.column.id)) return []
    const stops = isTarget ? plan.to.type !== targetTypeOf(scheme.rule) : !stillReads(scheme, plan)
    return [
      {
        told: [{ kind: 'scheme', name: scheme.name, effect: stops ? 'stopped' : 'recomputed' }],
        changes: stops && scheme.enabled ? [{ kind: 'scheme', id: scheme.id, from: scheme, to: { ...scheme, enabled: false } }] : [],
      },
    ]
  })
  return { told: parts.flatMap((part) => part.told), changes: parts.flatMap((part) => part.changes) }
}

/** Filters must still fit the column, numbers must be numbers and dates dates. */
function stillReads(scheme: Scheme, { column, from, to }: ConversionPlan): boolean {
  const { numbers, dates } = partsOfRule(scheme.rule)
  const fits = from.type === to.type
  if (numbers.includes(column.id) && !fits && to.type !== 'number') return false
  if (dates.includes(column.id) && !fits && to.type !== 'date' && to.type !== 'dateTime') return false
  return filtersOfScheme(scheme).every((filter) => allFits(filter, from, to))
}

/** A rule against duplicates goes on with the new cells, which must obey it, or goes where they cannot be compared. */
function uniques(schema: Schema, { column, to }: ConversionPlan): References {
  const table = schema.tables.get(column.tableId)
  const own = table === undefined ? [] : uniquesOf(table).filter((unique) => unique.columnIds.includes(column.id))
  if (table === undefined || own.length === 0) return nothing
  const stops = !canBeUnique(to)
  const names = own.map(({ columnIds }) => columnIds.map((id) => schema.columns.get(id)?.name ?? '').join(' + '))
  const left = uniquesOf(table).filter((unique) => !own.includes(unique))
  return {
    told: names.map((name) => ({ kind: 'unique', name, effect: stops ? 'removed' : 'kept' })),
    changes: stops ? [{ kind: 'table', id: table.id, from: table, to: { ...table, uniques: left } }] : [],
  }
}

function role({ column, from, to }: ConversionPlan): References {
  if (column.role === null || from.type === to.type) return nothing
  return { told: [{ kind: 'role', name: column.role, effect: 'kept' }], changes: [] }
}
