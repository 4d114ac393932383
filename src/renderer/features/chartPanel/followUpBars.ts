import type { GroupedNumbers } from '#shared/contract/stats.ts'
import type { Translate } from '#shared/i18n/translate.ts'
import { addDays } from '#shared/lib/days.ts'
import type { Filter } from '#shared/model/filter.ts'
import type { Member } from '#shared/model/member.ts'
import type { BarData } from '../../charts/chartData.ts'
import type { ChartMark } from '../../charts/chartTheme.ts'
import type { FollowUpColumns } from './chartChoices.ts'
import { daysFilter, weeksUntil } from './chartQuery.ts'

/** Follow-ups per week, one colour a person; weeks without any keep their place. */
export type WeeklyFollowUps = { weeks: string[]; people: { id: number | null; name: string; color: string; values: number[] }[] }

export function weeklyFollowUps(numbers: GroupedNumbers, members: readonly Member[], today: string, t: Translate): WeeklyFollowUps {
  const weeks = weeksUntil(today)
  const counts = new Map(numbers.groups.map((group) => [`${group.keys[0] ?? ''}|${group.keys[1] ?? ''}`, group.value]))
  const ids = new Set(numbers.groups.map((group) => group.keys[1] ?? null))
  const valuesOf = (id: number | null) => weeks.map((week) => counts.get(`${week}|${id ?? ''}`) ?? 0)
  const people: WeeklyFollowUps['people'] = members
    .filter((member) => ids.has(member.id))
    .map(({ id, name, color }) => ({ id, name, color, values: valuesOf(id) }))
  if (ids.has(null)) people.push({ id: null, name: t('charts.nobody'), color: 'gray', values: valuesOf(null) })
  return { weeks, people }
}

export function weeklyChart({ weeks, people }: WeeklyFollowUps): BarData {
  return {
    kind: 'bar',
    horizontal: false,
    stacked: true,
    unit: 'count',
    // A week is named by its Monday; the year is plain from the others.
    categories: weeks.map((week) => ({ name: week.slice(5), color: null })),
    series: people.map(({ name, color, values }) => ({ name, color, values })),
  }
}

/** The filter of the follow-ups behind one segment: that person's of that week. */
export function segmentFilter(weekly: WeeklyFollowUps, columns: FollowUpColumns, mark: ChartMark): Filter | null {
  const week = weekly.weeks[mark.category]
  const person = weekly.people[mark.series]
  if (week === undefined || person === undefined) return null
  const inWeek = daysFilter(columns.time.id, week, addDays(week, 7))
  const columnId = columns.author.id
  const byPerson: Filter =
    person.id === null ? { kind: 'condition', columnId, operator: 'isEmpty' } : { kind: 'condition', columnId, operator: 'anyOf', value: [person.id] }
  return { kind: 'and', items: [inWeek, byPerson] }
}
