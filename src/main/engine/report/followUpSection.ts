import type { ReportSection } from '#shared/contract/report.ts'
import { daysBetween } from '#shared/lib/days.ts'
import type { CellValue } from '#shared/model/cell.ts'
import type { ReadContext } from '../context.ts'
import { otherSide } from '../store/schema.ts'
import { cellRef, linkRef, nameRef, sql, tableRef } from '../store/sql.ts'
import type { Period } from './period.ts'
import { missingText, rolesOf, type Roles } from './roles.ts'
import { withinSql } from './sales.ts'
import type { Words } from './words.ts'

const needed = ['followUp.time', 'followUp.author', 'followUp.customer'] as const

/** Who followed up how often, and with how many customers. */
export function followUpSection(context: ReadContext, period: Period, words: Words): ReportSection {
  const { t } = words
  const empty = {
    key: 'followUps',
    title: t('report.followUps.title'),
    sentence: '',
    chart: null,
    table: null,
    emptyText: t('report.followUps.empty'),
  }
  const roles = rolesOf(context, needed)
  if (roles === null) return { ...empty, emptyText: missingText(context, needed, words) }
  const people = peopleOf(context, roles, period)
  const first = people[0]
  if (first === undefined) return empty
  const count = people.reduce((sum, person) => sum + person.count, 0)
  const weeks = (daysBetween(period.from, period.to) + 1) / 7
  return {
    ...empty,
    emptyText: null,
    sentence: t('report.followUps.sentence', {
      count,
      customers: customersReached(context, roles, period),
      name: words.member(first.author),
      most: first.count,
      share: words.share(first.count / count),
    }),
    chart: {
      kind: 'bar',
      categories: people.map((person) => ({
        name: words.member(person.author),
        color: context.schema.members.get(Number(person.author))?.color ?? 'gray',
      })),
      series: [{ name: t('report.followUps.count'), color: null, values: people.map((person) => person.count) }],
      stacked: false,
      horizontal: true,
      unit: 'count',
    },
    table: {
      columns: [
        { name: t('report.followUps.person'), format: 'text' },
        { name: t('report.followUps.count'), format: 'number' },
        { name: t('report.followUps.share'), format: 'percent' },
        { name: t('report.followUps.customers'), format: 'number' },
        { name: t('report.followUps.perWeek'), format: 'number' },
        { name: t('report.followUps.last'), format: 'date' },
      ],
      rows: people.map((person) => [
        words.member(person.author),
        person.count,
        person.count / count,
        person.customers,
        Math.round((person.count / weeks) * 10) / 10,
        person.last.slice(0, 10),
      ]),
    },
  }
}

/** How many follow-ups the period had. */
export function followUpCount(context: ReadContext, period: Period): number {
  const time = context.schema.columnByRole('followUp.time')
  if (time === undefined) return 0
  return context.db.ids(sql`select count(*) from ${tableRef(time.tableId)} f where ${withinSql(time, period, 'f')}`)[0] ?? 0
}

type Person = { author: CellValue; count: number; customers: number; last: string }

function peopleOf(context: ReadContext, roles: Roles, period: Period): Person[] {
  const time = roles.column('followUp.time')
  const { linkId, side } = roles.link('followUp.customer').settings
  return context.db
    .rows(sql`
      select ${cellRef(roles.column('followUp.author'), 'f')}, count(distinct f.id), count(distinct ${nameRef(otherSide(side), 'k')}), max(${cellRef(time, 'f')})
      from ${tableRef(time.tableId)} f left join ${linkRef(linkId)} k on ${nameRef(side, 'k')} = f.id
      where ${withinSql(time, period, 'f')} group by 1 order by 2 desc, 1`)
    .map(([author, count, customers, last]) => ({ author: author ?? null, count: Number(count), customers: Number(customers), last: String(last) }))
}

function customersReached(context: ReadContext, roles: Roles, period: Period): number {
  const time = roles.column('followUp.time')
  const { linkId, side } = roles.link('followUp.customer').settings
  const [found] = context.db.ids(sql`
    select count(distinct ${nameRef(otherSide(side), 'k')}) from ${tableRef(time.tableId)} f join ${linkRef(linkId)} k on ${nameRef(side, 'k')} = f.id
    where ${withinSql(time, period, 'f')}`)
  return found ?? 0
}
