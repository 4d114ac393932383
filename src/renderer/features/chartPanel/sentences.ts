import type { CumulativeShare } from '#shared/contract/stats.ts'
import type { Translate } from '#shared/i18n/translate.ts'
import { shareAt } from '../../charts/chartData.ts'
import { percentText } from '../../charts/compactNumber.ts'
import type { Bar } from './columnBars.ts'
import type { WeeklyFollowUps } from './followUpBars.ts'

/** A number of rows in words: `312 个客户` for `countText('customer')(312)`. */
export type CountText = (count: number) => string

export function countText(tableRole: string | null, t: Translate): CountText {
  switch (tableRole) {
    case 'customer':
      return (count) => t('charts.count.customer', { count })
    case 'followUp':
      return (count) => t('charts.count.followUp', { count })
    case 'contact':
      return (count) => t('charts.count.contact', { count })
    case 'order':
      return (count) => t('charts.count.order', { count })
    default:
      return (count) => t('common.rowCount', { count })
  }
}

/** What a chart by options or members shows, in a sentence: the largest group and its share. */
export function groupsSentence(bars: readonly Bar[], inWords: CountText, t: Translate): string {
  const total = sum(bars.map((bar) => bar.value))
  if (total === 0) return t('charts.nothing')
  const filled = bars.filter((bar) => !bar.isEmpty)
  const empty = bars.find((bar) => bar.isEmpty)
  const largest = greatest(filled)
  if (largest === undefined || largest.value === 0) return t('charts.allEmpty', { all: inWords(total) })
  const first = t('charts.largest', {
    name: largest.name,
    count: largest.value,
    all: inWords(total),
    share: percentText(largest.value / total),
  })
  return withEmpty(first, empty, t)
}

/** What a chart by months shows: how many in all, and the strongest month. */
export function monthsSentence(bars: readonly Bar[], inWords: CountText, t: Translate): string {
  const months = bars.filter((bar) => !bar.isEmpty)
  const empty = bars.find((bar) => bar.isEmpty)
  const largest = greatest(months)
  if (largest === undefined) {
    return empty === undefined ? t('charts.nothing') : t('charts.allEmpty', { all: inWords(empty.value) })
  }
  const all = inWords(sum(months.map((bar) => bar.value)))
  return withEmpty(t('charts.busiestMonth', { months: months.length, all, month: largest.name, count: largest.value }), empty, t)
}

/** What follow-ups per week show: the total, the weekly average, and who wrote most. */
export function followUpsSentence({ weeks, people }: WeeklyFollowUps, t: Translate): string {
  const total = sum(people.map((person) => sum(person.values)))
  if (total === 0) return t('charts.noFollowUps', { weeks: weeks.length })
  const first = t('charts.followUps', { weeks: weeks.length, total, average: Math.round((total / weeks.length) * 10) / 10 })
  const most = people.toSorted((a, b) => sum(b.values) - sum(a.values))[0]
  if (most === undefined || people.length < 2) return first.trimEnd()
  return `${first}${t('charts.mostFollowUps', { name: most.name, count: sum(most.values) })}`
}

/** What the cumulative share shows: what the first fifth holds, and how few hold 80 %. */
export function shareSentence(share: CumulativeShare, rows: string, value: string, t: Translate): string {
  if (share.total <= 0 || share.rowShareFor80 === null || share.points.length === 0) return t('charts.noShare', { value })
  const count = Math.max(1, Math.round(share.rowShareFor80 * share.population))
  return t('charts.share', {
    rows,
    value,
    first: percentText(0.2),
    held: percentText(shareAt(share.points, 0.2)),
    count,
    population: share.population,
  })
}

function greatest(bars: readonly Bar[]): Bar | undefined {
  return bars.reduce<Bar | undefined>((most, bar) => (most === undefined || bar.value > most.value ? bar : most), undefined)
}

function withEmpty(sentence: string, empty: Bar | undefined, t: Translate): string {
  return empty === undefined ? sentence.trimEnd() : `${sentence}${t('charts.andEmpty', { count: empty.value, name: empty.name })}`
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
