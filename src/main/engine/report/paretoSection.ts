import type { ReportSection, ReportTable } from '#shared/contract/report.ts'
import type { ReadContext } from '../context.ts'
import { shareChart, shareOf } from '../stats/cumulativeShare.ts'
import { buyersOf, type Buyer } from './buyers.ts'
import type { Period } from './period.ts'
import { missingText, rolesOf, type Roles } from './roles.ts'
import { salesOf, salesRoles } from './sales.ts'
import { optionOf, type Words } from './words.ts'

const needed = [...salesRoles, 'customer.name'] as const

/** Who brings 80 % of the sales, and how much hangs on how few. `longest` bounds the list. */
export function paretoSection(context: ReadContext, period: Period, words: Words, longest: number): ReportSection {
  const { t } = words
  const empty = { key: 'pareto', title: t('report.pareto.title'), sentence: '', chart: null, table: null, emptyText: t('report.pareto.empty') }
  const roles = rolesOf(context, needed)
  const sales = salesOf(context)
  if (roles === null || sales === null) return { ...empty, emptyText: missingText(context, needed, words) }
  const buyers = buyersOf(context, roles, sales, period)
  const sums = runningSums(buyers.map((buyer) => buyer.units))
  const share = shareOf(sums, sales.unit)
  if (share.rowShareFor80 === null) return empty
  const holders = Math.round(share.rowShareFor80 * share.population)
  const listed = Math.min(holders, longest)
  return {
    ...empty,
    emptyText: null,
    sentence: words.joined([
      t('report.pareto.sentence', { count: holders, share: words.share(share.rowShareFor80), held: words.share(heldByFirstFifth(sums)) }),
      ...concentration(context, words, roles, buyers, sums),
      listed < holders ? t('report.pareto.listed', { count: listed }) : '',
    ]),
    chart: shareChart(share),
    table: tableOf(words, roles, buyers.slice(0, listed), sums, sales.unit),
  }
}

/** How much the largest have, with a warning where it is too much: one above 30 %, or all S above 60 %. */
function concentration(context: ReadContext, words: Words, roles: Roles, buyers: readonly Buyer[], sums: readonly number[]): string[] {
  const { t } = words
  const total = sums.at(-1) ?? 0
  const one = (sums[0] ?? 0) / total
  const name = String(buyers[0]?.name ?? t('report.unnamed'))
  const top =
    buyers.length > 5
      ? t('report.pareto.top', { name, one: words.share(one), five: words.share((sums[4] ?? 0) / total) })
      : t('report.pareto.topOnly', { name, one: words.share(one) })
  const grade = roles.maybe('customer.grade')
  const ofS = buyers.filter((buyer) => optionOf(context, grade, buyer.grade)?.code === 's').reduce((sum, buyer) => sum + buyer.units, 0) / total
  return [top, one > 0.3 ? t('report.pareto.alarmOne') : '', ofS > 0.6 ? t('report.pareto.alarmS', { share: words.share(ofS) }) : '']
}

function tableOf(words: Words, roles: Roles, buyers: readonly Buyer[], sums: readonly number[], unit: number): ReportTable {
  const { t } = words
  const grade = roles.maybe('customer.grade')
  const owner = roles.maybe('customer.owner')
  const total = sums.at(-1) ?? 0
  const columns: ReportTable['columns'] = [
    { name: t('report.pareto.rank'), format: 'number' },
    { name: t('report.pareto.customer'), format: 'text' },
    ...(grade === undefined ? [] : [{ name: t('report.pareto.grade'), format: 'text' } as const]),
    ...(owner === undefined ? [] : [{ name: t('report.pareto.owner'), format: 'text' } as const]),
    { name: t('report.pareto.orders'), format: 'number' },
    { name: t('report.pareto.amount'), format: 'currency' },
    { name: t('report.pareto.share'), format: 'percent' },
    { name: t('report.pareto.cumulative'), format: 'percent' },
    { name: t('report.pareto.before'), format: 'currency' },
  ]
  const rows = buyers.map((buyer, place) => [
    place + 1,
    String(buyer.name ?? t('report.unnamed')),
    ...(grade === undefined ? [] : [words.option(grade, buyer.grade)]),
    ...(owner === undefined ? [] : [buyer.owner === null ? null : words.member(buyer.owner)]),
    buyer.orders,
    buyer.units / unit,
    buyer.units / total,
    (sums[place] ?? 0) / total,
    buyer.before / unit,
  ])
  return { columns, rows }
}

/** What the first fifth of the buyers hold; at least one of them. */
function heldByFirstFifth(sums: readonly number[]): number {
  const first = Math.max(1, Math.round(sums.length * 0.2))
  return (sums[first - 1] ?? 0) / (sums.at(-1) ?? 1)
}

function runningSums(values: readonly number[]): number[] {
  let sum = 0
  return values.map((value) => (sum += value))
}
