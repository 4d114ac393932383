import type { AliveRule } from '#shared/model/classRules/aliveRule.ts'
import type { LifeCyclePhase, LifeCycleRule } from '#shared/model/classRules/lifeCycleRule.ts'
import type { RfmRule } from '#shared/model/classRules/rfmRule.ts'
import type { ScoreRule } from '#shared/model/classRules/scoreRule.ts'
import type { ColumnType, RollupFunction } from '#shared/model/column.ts'
import type { DatePeriod, DateTerm } from '#shared/model/dateTerm.ts'
import type { OptionColorKey } from '#shared/model/optionColors.ts'
import type { Statistic } from '#shared/model/statistic.ts'
import type { ColumnRole, SchemeCode, TableRole, ViewRole } from '#shared/model/roles.ts'
import type { ViewSettings } from '#shared/model/view.ts'

/**
 * A base, or a piece of one, described as data. Everything is named by code, never by id or by a word of one language;
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

/** What it is about is told below its name where a text `role.about` is there. */
export type TemplateColumn = {
  role: ColumnRole
  required?: true
  /** What stands below it in views of the template, null for nothing; absent: the usual of its type. */
  foot?: Statistic | null
} & (
  | { type: Exclude<ColumnType, 'singleSelect' | 'multipleSelect' | 'number' | 'autoNumber' | 'link' | 'lookup' | 'rollup' | 'formula' | 'button'> }
  | { type: NumberLook; decimals?: number; range?: { min: number; max: number } }
  | { type: 'autoNumber'; pattern: string }
  | { type: 'singleSelect' | 'multipleSelect'; options: readonly TemplateOption[] }
  /** Described on both sides, each naming the other. */
  | { type: 'link'; inverse: ColumnRole; multiple: boolean }
  | { type: 'lookup'; link: ColumnRole; target: ColumnRole }
  | { type: 'rollup'; link: ColumnRole; function: RollupFunction; target?: ColumnRole; order?: ColumnRole; filter?: TemplateFilter }
  /** Columns stand in it by their roles, over links too: `{customer.amountAll} / {customer.orderCount}`, `{order.customer.customer.grade}`. */
  | { type: 'formula'; source: string; look?: NumberLook; decimals?: number }
)

/** How a number is shown. */
export type NumberLook = 'number' | 'percent' | 'currency'

export type TemplateOption = { code: string; color: OptionColorKey }

export type TemplateCondition = { column: ColumnRole } & (
  | { operator: 'isEmpty' | 'isNotEmpty' | 'isChecked' | 'isUnchecked' | 'isMe' }
  | { operator: 'anyOf' | 'noneOf'; codes: readonly string[] }
  | { operator: 'equal' | 'less' | 'lessOrEqual' | 'greater' | 'greaterOrEqual'; value: number | { column: ColumnRole } }
  | { operator: 'onDate' | 'before' | 'after' | 'onOrBefore' | 'onOrAfter'; value: DateTerm }
  | { operator: 'within'; value: DatePeriod }
  | { operator: 'betweenDates'; value: { from: DateTerm; to: DateTerm } }
  /** Words that are the same in every language, such as names of provinces. */
  | { operator: 'isAnyOf'; values: readonly string[] }
  | { operator: 'is'; /** Code of a text of the template. */ text: string }
  /** A pattern, as a text of the template: words differ by language. */
  | { operator: 'matches'; text: string }
  | { operator: 'linkedAny' | 'linkedNone'; value: TemplateFilter }
)
export type TemplateFilter = TemplateCondition | { and: readonly TemplateFilter[] } | { or: readonly TemplateFilter[] }

export type TemplateMetric = { kind: 'column'; column: ColumnRole } | { kind: 'largest' | 'daysUntil' | 'daysSince'; columns: readonly ColumnRole[] }

/** Classes are named by the codes of the target column's options. */
export type TemplateRule =
  | { kind: 'bands'; metric: TemplateMetric; bands: readonly { from: number | null; code: string }[] }
  | { kind: 'decisionTable' | 'tags'; rows: readonly { when: TemplateFilter; code: string }[] }
  | { kind: 'percentile'; metric: TemplateMetric; percentile: number | null; minimum: number; upper: string; lower: string }
  | {
      kind: 'pareto'
      metric: TemplateMetric
      shares: readonly { below: number; code: string }[]
      minimumPopulation: number
      absolute: readonly { from: number; code: string }[]
      nothing: string
    }
  | {
      kind: 'rfm'
      recency: ColumnRole
      frequency: ColumnRole
      monetary: ColumnRole
      cuts: RfmRule['cuts']
      segments: readonly (Pick<RfmRule['segments'][number], 'r' | 'f' | 'm'> & { code: string })[]
    }
  | {
      kind: 'rankScore'
      parts: readonly (Needing & { column: ColumnRole; weight: number })[]
      bands: readonly { from: number | null; code: string }[]
      nothing: string
    }
  | { kind: 'manual'; classes: readonly string[]; reasonRequired: boolean }
  | { kind: 'score'; lines: readonly TemplateScoreLine[]; lowest: number; highest: number; bands: readonly { from: number | null; code: string }[] }
  | ({
      kind: 'lifeCycle'
      orderCount: ColumnRole
      firstOrder: ColumnRole
      lastOrder: ColumnRole
      gap: ColumnRole | null
      amounts: { recent: ColumnRole; before: ColumnRole } | null
      phases: Readonly<Record<LifeCyclePhase, string>>
    } & Omit<LifeCycleRule, 'kind' | 'orderCountColumnId' | 'firstOrderColumnId' | 'lastOrderColumnId' | 'gapColumnId' | 'amounts' | 'phases'>)
  | ({
      kind: 'alive'
      orderDays: ColumnRole
      firstOrder: ColumnRole
      lastOrder: ColumnRole
      bands: readonly { from: number | null; code: string }[]
      once: string | null
    } & Omit<AliveRule, 'kind' | 'orderDaysColumnId' | 'firstOrderColumnId' | 'lastOrderColumnId' | 'bands' | 'onceOptionId'>)

type ScoreLineOf<Kind extends ScoreRule['lines'][number]['kind']> = Extract<ScoreRule['lines'][number], { kind: Kind }>
export type TemplateScoreLine = Needing &
  (
    | { kind: 'condition'; when: TemplateFilter; points: number; decay?: { since: ColumnRole; perWeek: number } }
    | (Omit<ScoreLineOf<'number'>, 'columnId'> & { column: ColumnRole })
  )

/** A part of a rule that is left out of bases without these tables, or with that one: nobody gets a table for a line of a score. */
export type Needing = { needs?: TableRole | readonly TableRole[]; unless?: TableRole }

export type TemplateScheme = {
  code: SchemeCode
  table: TableRole
  target: ColumnRole
  rule: TemplateRule
  fallback: string | null
  /** The rows it classes; absent: all. */
  scope?: TemplateFilter
}

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
  /** Rows as cards in lanes instead of a grid. */
  kanban?: { lanes: ColumnRole; card: readonly ColumnRole[]; sum?: ColumnRole }
  chart?: { kind: 'byColumn' | 'followUpsPerWeek' | 'cumulativeShare'; column: ColumnRole | null }
}
