import type { ColumnType, RollupFunction } from '#shared/model/column.ts'
import type { DatePeriod, DateTerm } from '#shared/model/dateTerm.ts'
import type { OptionColorKey } from '#shared/model/optionColors.ts'
import type { ColumnRole, SchemeCode, TableRole, ViewRole } from '#shared/model/roles.ts'
import type { ViewSettings } from '#shared/model/view.ts'

/**
 * A base described as data. Everything is named by code, never by id or by a word of one language;
 * names come from the texts of the language in which the template is applied.
 */
export type TemplateData = {
  tables: readonly TemplateTable[]
  schemes: readonly TemplateScheme[]
  views: readonly TemplateView[]
}

export type TemplateTable = {
  role: TableRole
  /** The column that names a row where it is linked. */
  primary: ColumnRole
  columns: readonly TemplateColumn[]
}

export type TemplateColumn = { role: ColumnRole; required?: true } & (
  | { type: Exclude<ColumnType, 'number' | 'singleSelect' | 'multipleSelect' | 'autoNumber' | 'link' | 'lookup' | 'rollup' | 'formula' | 'button'> }
  | { type: 'currency' }
  | { type: 'autoNumber'; pattern: string }
  | { type: 'singleSelect'; options: readonly TemplateOption[] }
  /** Described on both sides, each naming the other. */
  | { type: 'link'; inverse: ColumnRole; multiple: boolean }
  | { type: 'lookup'; link: ColumnRole; target: ColumnRole }
  | { type: 'rollup'; link: ColumnRole; function: RollupFunction; target?: ColumnRole; order?: ColumnRole; filter?: TemplateFilter }
)

export type TemplateOption = { code: string; color: OptionColorKey }

export type TemplateCondition = { column: ColumnRole } & (
  | { operator: 'isEmpty' | 'isNotEmpty' | 'isChecked' | 'isUnchecked' | 'isMe' }
  | { operator: 'anyOf' | 'noneOf'; codes: readonly string[] }
  | { operator: 'equal' | 'less' | 'lessOrEqual' | 'greater' | 'greaterOrEqual'; value: number }
  | { operator: 'onDate' | 'before' | 'after' | 'onOrBefore' | 'onOrAfter'; value: DateTerm }
  | { operator: 'within'; value: DatePeriod }
)
export type TemplateFilter = TemplateCondition | { and: readonly TemplateFilter[] } | { or: readonly TemplateFilter[] }

export type TemplateMetric = { kind: 'column'; column: ColumnRole } | { kind: 'largest' | 'daysUntil' | 'daysSince'; columns: readonly ColumnRole[] }

/** Classes are named by the codes of the target column's options. */
export type TemplateRule =
  | { kind: 'bands'; metric: TemplateMetric; bands: readonly { from: number | null; code: string }[] }
  | { kind: 'decisionTable'; rows: readonly { when: TemplateFilter; code: string }[] }
  | { kind: 'percentile'; metric: TemplateMetric; percentile: number | null; minimum: number; upper: string; lower: string }
  | {
      kind: 'pareto'
      metric: TemplateMetric
      shares: readonly { below: number; code: string }[]
      minimumPopulation: number
      absolute: readonly { from: number; code: string }[]
      nothing: string
    }

export type TemplateScheme = { code: SchemeCode; table: TableRole; target: ColumnRole; rule: TemplateRule; fallback: string | null }

export type TemplateSort = { column: ColumnRole; direction: 'ascending' | 'descending' }

export type TemplateView = {
  role: ViewRole
  table: TableRole
  filter?: TemplateFilter
  sorts?: readonly TemplateSort[]
  groups?: readonly TemplateSort[]
  /** Shown columns in order; all others are hidden. */
  columns: readonly ColumnRole[]
  rowHeight?: ViewSettings['rowHeight']
  chart?: { kind: 'byColumn' | 'followUpsPerWeek' | 'cumulativeShare'; column: ColumnRole | null }
}
