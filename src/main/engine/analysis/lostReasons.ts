import type { AnalysisSection } from '#shared/contract/analysis.ts'
import { keyText } from './columnWords.ts'
import type { Deal, Stages } from './figures/deals.ts'
import { sectionOf, type Making } from './making.ts'

/** Why the deals of a period were lost, the most frequent reason first; those without one stand last. */
export function lostReasons(making: Making, { lostId }: Stages, deals: readonly Deal[]): AnalysisSection {
  const { context, words } = making
  const { t } = words
  const title = t('analysisDeals.lost.title')
  const lost = lostId === null ? [] : deals.filter(({ stageId }) => stageId === lostId)
  if (lost.length === 0) return sectionOf('lost', title, { emptyText: t('analysisDeals.lost.nothing') })
  const column = context.schema.columnByRole('opportunity.lostReason')
  const reasons = [...groupByReason(lost)]
    .map(([reason, each]) => ({
      ...(column === undefined || reason === null ? { name: t('analysisDeals.lost.unsaid'), color: null } : keyText(making, column, reason)),
      isSaid: reason !== null,
      count: each.length,
      amount: each.reduce((sum, { amount }) => sum + Math.round(amount * 100), 0) / 100,
    }))
    .toSorted((left, right) => Number(right.isSaid) - Number(left.isSaid) || right.count - left.count || right.amount - left.amount)
  const [first] = reasons.filter(({ isSaid }) => isSaid)
  const unsaid = reasons.find(({ isSaid }) => !isSaid)?.count ?? 0
  return sectionOf('lost', title, {
    sentence: words.joined([
      first === undefined
        ? t('analysisDeals.lost.noReasons', { count: lost.length })
        : t('analysisDeals.lost.sentence', {
            count: lost.length,
            reason: first.name,
            most: first.count,
            share: words.share(first.count / lost.length),
          }),
      unsaid > 0 && first !== undefined ? t('analysisDeals.lost.unsaidCount', { count: unsaid }) : '',
    ]),
    chart: {
      kind: 'labelledBars',
      bars: reasons.map(({ name, color, count, isSaid }) => ({
        name,
        color,
        value: count,
        label: t('analysisDeals.funnel.label', { count, share: words.share(count / lost.length) }),
        faint: !isSaid,
      })),
      mark: null,
    },
    table: {
      columns: [
        { name: t('analysisDeals.lost.reason'), format: 'text' },
        { name: t('analysisDeals.lost.count'), format: 'number' },
        { name: t('report.pareto.share'), format: 'percent' },
        { name: t('analysisDeals.amount'), format: 'currency' },
      ],
      rows: reasons.map(({ name, count, amount }) => [name, count, count / lost.length, amount]),
      opens: null,
    },
  })
}

function groupByReason(deals: readonly Deal[]): Map<number | null, Deal[]> {
  const groups = new Map<number | null, Deal[]>()
  for (const deal of deals) {
    const known = groups.get(deal.lostReason)
    if (known === undefined) groups.set(deal.lostReason, [deal])
    else known.push(deal)
  }
  return groups
}
