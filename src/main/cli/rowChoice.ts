import type { BaseDescription } from '#shared/contract/base.ts'
import { localDay } from '#shared/lib/days.ts'
import { holdsValues, type Column } from '#shared/model/column.ts'
import { displayColumn } from '#shared/model/columns/display.ts'
import { filterSchema, type Filter } from '#shared/model/filter.ts'
import type { Table } from '#shared/model/table.ts'
import { emptyViewSettings, type RowQuery, type Sort, type View } from '#shared/model/view.ts'
import { z } from 'zod'
import { needed, type Given, type Options } from './arguments.ts'
import { conditionOf, splitCondition, type ConditionContext } from './condition.ts'
import { named } from './named.ts'
import type { Terminal } from './terminal.ts'
import { UsageError } from './usageError.ts'

/** Options that choose rows and columns of one table. */
export const rowChoiceOptions = {
  table: 'text',
  view: 'text',
  columns: 'text',
  where: 'texts',
  filter: 'text',
  sort: 'texts',
  search: 'text',
} as const satisfies Options

/** Which rows and columns of which table were asked for. */
export type RowChoice = { table: Table; query: RowQuery; columns: Column[]; /** Each as it shows itself. */ shown: Column[] }

export function rowChoice(base: BaseDescription, options: Given<typeof rowChoiceOptions>['options'], { t, lang }: Terminal): RowChoice {
  const byId = new Map(base.columns.map((column) => [column.id, column]))
  const table = named(base.tables, needed(options.table, 'table', t), (words) => t('cli.unknownTable', words))
  const ofTable = inOrder(base.columns.filter((column) => column.tableId === table.id && holdsValues(column.type)))
  const column = (name: string) => named(ofTable, name, (words) => t('cli.unknownColumn', words))
  const view =
    options.view === null
      ? null
      : named(
          base.views.filter((one) => one.tableId === table.id),
          options.view,
          (words) => t('cli.unknownView', words),
        )
  const context: ConditionContext = { lang, members: base.members, today: localDay(new Date()), columnNamed: column }

  const tests = options.where.map((text): Filter => {
    const { name, comparison, value } = splitCondition(text, t)
    return conditionOf(displayColumn(column(name), byId), comparison, value, context, t)
  })
  const given = options.filter === null ? [] : [filterOf(options.filter, t)]
  const settings = view?.settings ?? emptyViewSettings
  const filters = [...(settings.filter === null ? [] : [settings.filter]), ...given, ...tests]
  const sorts = options.sort.map((text): Sort =>
    text.startsWith('-') ? { columnId: column(text.slice(1)).id, direction: 'descending' } : { columnId: column(text).id, direction: 'ascending' },
  )
  const columns = options.columns === null ? columnsOfView(ofTable, view) : options.columns.split(/[,，]/u).map((name) => column(name.trim()))
  return {
    table,
    columns,
    shown: columns.map((one) => displayColumn(one, byId)),
    query: {
      filter: filters.length === 0 ? null : { kind: 'and', items: filters },
      sorts: sorts.length > 0 ? sorts : settings.sorts,
      groups: [],
      search: options.search ?? '',
    },
  }
}

function filterOf(text: string, t: Terminal['t']): Filter {
  try {
    return filterSchema.parse(JSON.parse(text))
  } catch (error) {
    const reason = error instanceof z.ZodError ? z.prettifyError(error) : error instanceof Error ? error.message : ''
    throw new UsageError(t('cli.badJson', { name: '--filter', reason }))
  }
}

/** The columns a view shows, in its order; those it does not know follow. */
function columnsOfView(columns: readonly Column[], view: View | null): Column[] {
  const settings = view?.settings.columns ?? []
  const place = new Map(settings.map(({ columnId }, index) => [columnId, index]))
  const hidden = new Set(settings.filter((one) => one.hidden).map(({ columnId }) => columnId))
  return columns
    .filter(({ id }) => !hidden.has(id))
    .toSorted((one, other) => (place.get(one.id) ?? settings.length) - (place.get(other.id) ?? settings.length))
}

function inOrder(columns: readonly Column[]): Column[] {
  return columns.toSorted((one, other) => one.position - other.position)
}
