import { Failure } from '#shared/contract/failure.ts'
import { appError } from '#shared/i18n/appError.ts'
import type { Column } from '#shared/model/column.ts'
import { optionsOf } from '#shared/model/columns/selects.ts'
import { filterSchema, type Filter } from '#shared/model/filter.ts'
import { followedOptions, type OptionMeasure } from '#shared/model/followedOptions.ts'
import type { Option } from '#shared/model/option.ts'
import type { Scheme } from '#shared/model/scheme.ts'
import type { WriteContext } from '../context.ts'
import { createColumn } from '../tables/columns.ts'
import { schemeById, updateScheme } from './schemes.ts'

/**
 * Gives a scheme that follows the options of a column what it lacks for those people added: for each the columns that its
 * first line reads, with this option as their condition, a class of its name, and a line.
 */
export function coverOptions(context: WriteContext, schemeId: number): Scheme {
  const scheme = schemeById(context.schema, schemeId)
  const followed = followedOptions(scheme.rule, context.schema.columns)
  if (scheme.rule.kind !== 'decisionTable' || followed === null) throw new Failure(appError('scheme.followsNothing', { name: scheme.name }))
  const { row, measure } = followed.pattern
  const known = optionsOf(followed.source).find(({ id }) => id === measure.optionId)
  const classes = [...optionsOf(context.schema.columns.get(scheme.targetColumnId))]
  const rows = [...scheme.rule.rows]
  let { scope } = scheme
  for (const option of followed.uncovered) {
    const columnId = copyMeasure(context, measure, known?.name ?? '', option)
    const added = classOf(classes, option)
    classes.push(added)
    rows.push({ when: withColumn(row.when, measure.rollups[0].id, columnId), optionId: added.id })
    scope = scope === null ? null : alsoWith(scope, measure.rollups[0].id, columnId)
  }
  if (followed.uncovered.length === 0) return scheme
  return updateScheme(context, { schemeId, rule: { kind: 'decisionTable', rows }, scope, options: classes })
}

/** The columns that measure one option, anew for another, from the last one behind links to the row's own; answers that. */
function copyMeasure(context: WriteContext, { rollups, conditionColumnId, optionId }: OptionMeasure, name: string, option: Option): number {
  let target: number | null = null
  for (const rollup of rollups.toReversed()) {
    const settings = {
      ...rollup.settings,
      ...(target === null ? { filter: withOption(rollup.settings.filter, conditionColumnId, optionId, option.id) } : { targetColumnId: target }),
    }
    const column = createColumn(context, {
      tableId: rollup.tableId,
      name: freeName(context, rollup.tableId, renamed(rollup.name, name, option.name)),
      type: 'rollup',
      settings,
      description: '',
      required: false,
      role: null,
      beforeColumnId: null,
    })
    hide(context, column)
    target = column.id
  }
  return target ?? rollups[0].id
}

/** The name with the word of the one option for that of the other. */
function renamed(name: string, from: string, to: string): string {
  const place = from === '' ? -1 : name.toLowerCase().indexOf(from.toLowerCase())
  return place === -1 ? `${name} ${to}` : name.slice(0, place) + to + name.slice(place + from.length)
}

function freeName(context: WriteContext, tableId: number, name: string): string {
  const taken = new Set(context.schema.columnsOf(tableId).map((column) => column.name))
  let free = name
  for (let number = 2; taken.has(free); number += 1) free = `${name} ${number}`
  return free
}

function classOf(classes: readonly Option[], { name, color }: Option): Option {
  let free = name
  for (let number = 2; classes.some((each) => each.name === free); number += 1) free = `${name} ${number}`
  return { id: Math.max(0, ...classes.map(({ id }) => id)) + 1, name: free, color }
}

/** As the columns it is like, it does not show in views. */
function hide(context: WriteContext, { id: columnId, tableId }: Column): void {
  const views = [...context.schema.views.values()].filter((view) => view.tableId === tableId)
  context.apply({
    schema: views.map((view) => {
      const columns = [...view.settings.columns, { columnId, width: 128, hidden: true }]
      return { kind: 'view', id: view.id, from: view, to: { ...view, settings: { ...view.settings, columns } } }
    }),
  })
}

/** The filter with another column wherever it reads this one, to compare it or to compare with it. */
const withColumn = (filter: Filter, from: number, to: number): Filter =>
  filterSchema.parse(JSON.parse(JSON.stringify(filter), (key, value: unknown) => (key === 'columnId' && value === from ? to : value)))

/** Where it is enough that one of several numbers is there, the new one is one of them. */
function alsoWith(filter: Filter, from: number, to: number): Filter {
  if (filter.kind === 'condition') return filter
  const items = filter.items.map((item) => alsoWith(item, from, to))
  const like = filter.kind === 'or' ? items.find((item) => item.kind === 'condition' && item.columnId === from) : undefined
  return { ...filter, items: like === undefined ? items : [...items, withColumn(like, from, to)] }
}

/** The filter with another option where it asks for this one. */
function withOption(filter: Filter | null, columnId: number, from: number, to: number): Filter | null {
  if (filter === null) return null
  if (filter.kind !== 'condition') return { ...filter, items: filter.items.map((item) => withOption(item, columnId, from, to) ?? item) }
  if (filter.columnId !== columnId || filter.operator !== 'anyOf' || !Array.isArray(filter.value)) return filter
  return { ...filter, value: filter.value.map((id) => (id === from ? to : id)) }
}
