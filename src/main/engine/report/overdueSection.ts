import type { ReportSection } from '#shared/contract/report.ts'
import { daysBetween } from '#shared/lib/days.ts'
import type { CellValue } from '#shared/model/cell.ts'
import type { ColumnRole } from '#shared/model/roles.ts'
import type { ReadContext } from '../context.ts'
import { cellRef, sql, tableRef, type RawBuilder } from '../store/sql.ts'
import { dayText } from './period.ts'
import { missingText, rolesOf, type Roles } from './roles.ts'
import type { Words } from './words.ts'

const needed = ['customer.name', 'customer.nextFollowUpTime'] as const

type Overdue = { name: CellValue; grade: CellValue; owner: CellValue; due: string; plan: CellValue; last: CellValue }

/** Customers whose agreed day of contact is past, as of today; `longest` bounds the list. */
export function overdueSection(context: ReadContext, words: Words, longest: number): ReportSection {
  const { t } = words
  const empty = { key: 'overdue', title: t('report.overdue.title'), sentence: '', chart: null, table: null, emptyText: t('report.overdue.empty') }
  const roles = rolesOf(context, needed)
  if (roles === null) return { ...empty, emptyText: missingText(context, needed, words) }
  const overdue = overdueCustomers(context, roles)
  const worst = overdue[0]
  if (worst === undefined) return empty
  const grade = roles.maybe('customer.grade')
  const daysOf = (each: Overdue): number => daysBetween(each.due, context.today)
  const nameOf = (each: Overdue): string => String(each.name ?? t('report.unnamed'))
  const owners = ownersOf(overdue)
  return {
    ...empty,
    emptyText: null,
    sentence: words.joined([
      t('report.overdue.sentence', { today: dayText(context.today, words.lang), count: overdue.length, name: nameOf(worst), days: daysOf(worst) }),
      overdue.length > longest ? t('report.overdue.listed', { count: longest }) : '',
    ]),
    chart: {
      kind: 'bar',
      categories: owners.map(({ owner }) => ({ name: words.member(owner), color: context.schema.members.get(Number(owner))?.color ?? 'gray' })),
      series: [{ name: t('report.overdue.title'), color: null, values: owners.map(({ count }) => count) }],
      stacked: false,
      horizontal: true,
      unit: 'count',
    },
    table: {
      columns: [
        { name: t('report.overdue.customer'), format: 'text' },
        { name: t('report.overdue.grade'), format: 'text' },
        { name: t('report.overdue.owner'), format: 'text' },
        { name: t('report.overdue.due'), format: 'date' },
        { name: t('report.overdue.days'), format: 'number' },
        { name: t('report.overdue.plan'), format: 'text' },
        { name: t('report.overdue.last'), format: 'date' },
      ],
      rows: overdue
        .slice(0, longest)
        .map((each) => [
          nameOf(each),
          words.option(grade, each.grade),
          each.owner === null ? null : words.member(each.owner),
          each.due,
          daysOf(each),
          each.plan,
          each.last === null ? null : String(each.last).slice(0, 10),
        ]),
    },
  }
}

function overdueCustomers(context: ReadContext, roles: Roles): Overdue[] {
  const name = roles.column('customer.name')
  const next = cellRef(roles.column('customer.nextFollowUpTime'), 'c')
  const maybe = (role: ColumnRole): RawBuilder<unknown> => {
    const column = roles.maybe(role)
    return column === undefined ? sql`null` : cellRef(column, 'c')
  }
  return context.db
    .rows(sql`
      select ${cellRef(name, 'c')}, ${maybe('customer.grade')}, ${maybe('customer.owner')}, substr(${next}, 1, 10),
        ${maybe('customer.nextFollowUpContent')}, ${maybe('customer.lastFollowUpTime')}
      from ${tableRef(name.tableId)} c
      where ${next} < ${context.today} and ${aliveSql(roles, 'customer.status')} and ${aliveSql(roles, 'customer.needStatus')}
      order by 4, c.id`)
    .map(([text, grade, owner, due, plan, last]) => ({
      name: text ?? null,
      grade: grade ?? null,
      owner: owner ?? null,
      due: String(due),
      plan: plan ?? null,
      last: last ?? null,
    }))
}

/** Customers without any need are in no list of what to do. */
function aliveSql(roles: Roles, role: ColumnRole): RawBuilder<unknown> {
  const column = roles.maybe(role)
  const dead = column?.type === 'singleSelect' ? column.settings.options.find((option) => option.code === 'dead') : undefined
  return column === undefined || dead === undefined ? sql`1` : sql`${cellRef(column, 'c')} is not ${dead.id}`
}

function ownersOf(overdue: readonly Overdue[]): { owner: CellValue; count: number }[] {
  const counts = new Map<CellValue, number>()
  for (const { owner } of overdue) counts.set(owner, (counts.get(owner) ?? 0) + 1)
  return [...counts].map(([owner, count]) => ({ owner, count })).sort((left, right) => right.count - left.count)
}
