import type { TemplateColumn, TemplateData, TemplateTable } from '../templateData.ts'
import { churnReason } from './churnReason.ts'
import { customerGroup } from './customerGroup.ts'
import type { SchemeEntry } from './entry.ts'
import { gradeUp } from './gradeUp.ts'
import { lifeCycle, lifeCycleActive, lifeCycleNew } from './lifeCycles.ts'
import { lifetimeValue } from './lifetimeValue.ts'
import { mainCategory } from './mainCategory.ts'
import { customerMetrics } from './metrics.ts'
import { needPreference } from './needPreference.ts'
import { ageBand, personAgeBand } from './people.ts'
import { orderFrequency, orderSize, purchaseFrequency } from './purchases.ts'
import { purchaseType } from './purchaseType.ts'
import { northSouth, region } from './regions.ts'
import { rfm, rfmQuintiles } from './rfm.ts'
import { churnRisk, leadScore, loyalty } from './scores.ts'
import { comeBack, growthStage, serviceNeed } from './stages.ts'
import { customerTags, ruleTag } from './tags.ts'
import { growthPotential, purchasingPower, strategic, value } from './value.ts'

/** Schemes to be had with one click, in the order in which they are offered, beside those the book's own data describe. */
export const schemeLibrary: readonly SchemeEntry[] = [
  customerGroup,
  value,
  rfm,
  rfmQuintiles,
  purchasingPower,
  strategic,
  growthPotential,
  gradeUp,
  lifetimeValue,
  purchaseFrequency,
  orderFrequency,
  orderSize,
  purchaseType,
  mainCategory,
  lifeCycle,
  lifeCycleNew,
  lifeCycleActive,
  growthStage,
  churnRisk,
  comeBack,
  churnReason,
  needPreference,
  region,
  northSouth,
  ageBand,
  personAgeBand,
  customerTags,
  ruleTag,
  leadScore,
  serviceNeed,
  loyalty,
]

const tables = [
  { role: 'customer', primary: 'customer.name' },
  { role: 'contact', primary: 'contact.name' },
  { role: 'order', primary: 'order.number' },
] as const

/** Entries may share a column. */
const eachOnce = (columns: readonly TemplateColumn[]): TemplateColumn[] => [...new Map(columns.map((column) => [column.role, column])).values()]

/** What entries bring along beside columns that other templates describe. */
export function tablesOf(entries: readonly SchemeEntry[]): TemplateTable[] {
  const columns = entries.flatMap((entry) => entry.columns)
  return tables
    .map((table) => ({ ...table, columns: eachOnce(columns.flatMap((each) => (each.table === table.role ? [each.column] : []))) }))
    .filter((table) => table.columns.length > 0)
}

/** The library as one piece of a template: where packs find the columns its schemes read. */
export const libraryTemplate: TemplateData = {
  tables: [{ role: 'customer', primary: 'customer.name', columns: customerMetrics }, ...tablesOf(schemeLibrary)],
  schemes: schemeLibrary.map(({ scheme }) => scheme),
  views: [],
}
