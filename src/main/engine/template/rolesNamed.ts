import type { ColumnRole } from '#shared/model/roles.ts'
import { columnSettings, formulaSource } from './columnSettings.ts'
import { resolveFilter, resolveRule, resolveSorts, type Ids } from './resolve.ts'
import type { TemplateColumn, TemplateScheme, TemplateTable, TemplateView } from './templateData.ts'

/** The columns a column of a template reads, or stands in pair with. */
export function rolesOfColumn(column: TemplateColumn, tables: readonly TemplateTable[]): ColumnRole[] {
  return recorded((ids) => {
    if (column.type === 'formula') formulaSource(ids, column.source)
    else columnSettings(ids, tables, column, 'en')
  }).filter((role) => role !== column.role)
}

/** The columns a scheme of a template reads, and the one it fills. */
export function rolesOfScheme(scheme: TemplateScheme): ColumnRole[] {
  return recorded((ids) => {
    ids.column(scheme.target)
    resolveRule(ids, scheme.target, scheme.rule)
    if (scheme.scope !== undefined) resolveFilter(ids, scheme.scope)
  })
}

export function rolesOfView(view: TemplateView): ColumnRole[] {
  return recorded((ids) => {
    view.columns.forEach(ids.column)
    if (view.filter !== undefined) resolveFilter(ids, view.filter)
    resolveSorts(ids, [...(view.sorts ?? []), ...(view.groups ?? [])])
    if (view.chart?.column != null) ids.column(view.chart.column)
  })
}

/** What is asked for while something is resolved. */
function recorded(resolve: (ids: Ids) => void): ColumnRole[] {
  const roles = new Set<ColumnRole>()
  const record = (role: ColumnRole): number => (roles.add(role), 1)
  resolve({
    table: () => 1,
    column: record,
    option: record,
    link: (role) => ({ linkId: record(role), side: 'a' }),
    text: (code) => code,
  })
  return [...roles]
}
