import type { ReportSection } from '#shared/contract/report.ts'
import type { CellValue } from '#shared/model/cell.ts'
import { optionsOf } from '#shared/model/columns/selects.ts'
import { readIds } from '#shared/model/idList.ts'
import type { Scheme } from '#shared/model/scheme.ts'
import { isWorking } from '../store/schemesAtWork.ts'
import type { ReadContext } from '../context.ts'
import { columnRef, join, sql, tableRef } from '../store/sql.ts'
import type { Period } from './period.ts'
import { salesOf } from './sales.ts'
import { type Words } from './words.ts'

type Line = { option: { id: number; name: string; color: string } | null; customers: number; amount: number }

/** How many customers stand in each class of each scheme, and what they bought. */
export function classSections(context: ReadContext, period: Period, words: Words): ReportSection[] {
  const { t } = words
  const table = context.schema.tableByRole('customer')
  const schemes = [...context.schema.schemes.values()].filter((scheme) => scheme.tableId === table?.id && isWorking(context.schema, scheme))
  if (table === undefined || schemes.length === 0) {
    return [{ key: 'class', title: t('report.class.noneTitle'), sentence: '', chart: null, table: null, emptyText: t('report.class.none') }]
  }
  const sales = salesOf(context)
  const targets = schemes.map((scheme) => columnRef(scheme.targetColumnId, 'c'))
  // One pass over customers and orders serves all schemes: there are few combinations of classes.
  const rows = context.db.rows(sql`
    select count(*), ${sales === null ? sql`0` : sql`total(s.units)`}, ${join(targets)} from ${tableRef(table.id)} c
    ${sales === null ? sql`` : sql`left join (${sales.query(period)}) s on s.customer_id = c.id`}
    group by ${join(targets)}`)
  return schemes.map((scheme, place) => {
    const counted = rows.map((row) => ({ customers: Number(row[0]), units: Number(row[1]), option: row[place + 2] ?? null }))
    const unit = sales?.unit ?? 1
    // Not the sum of the lines: a customer with several tags stands in several.
    const total = { customers: sum(counted.map((each) => each.customers)), amount: sum(counted.map((each) => each.units)) / unit }
    return section(scheme, linesOf(context, scheme, counted, unit), total, sales !== null, words)
  })
}

function linesOf(
  context: ReadContext,
  scheme: Scheme,
  counted: readonly { customers: number; units: number; option: CellValue }[],
  unit: number,
): Line[] {
  const target = context.schema.columns.get(scheme.targetColumnId)
  const options = optionsOf(target)
  const isOf = (cell: CellValue, id: number): boolean => readIds(cell).includes(id)
  const lineOf = (option: Line['option'], belongs: (cell: CellValue) => boolean): Line => {
    const own = counted.filter((each) => belongs(each.option))
    return { option, customers: sum(own.map((each) => each.customers)), amount: sum(own.map((each) => each.units)) / unit }
  }
  const lines = options.map((option) => lineOf(option, (cell) => isOf(cell, option.id)))
  const unclassified = lineOf(null, (cell) => !options.some(({ id }) => isOf(cell, id)))
  return unclassified.customers > 0 ? [...lines, unclassified] : lines
}

type Total = { customers: number; amount: number }

function section(scheme: Scheme, lines: readonly Line[], { customers, amount }: Total, withSales: boolean, words: Words): ReportSection {
  const { t } = words
  const title = t('report.class.title', { scheme: scheme.name })
  if (customers === 0) return { key: `class.${scheme.code}`, title, sentence: '', chart: null, table: null, emptyText: t('report.class.empty') }
  const nameOf = (line: Line): string => line.option?.name ?? t('report.unclassified')
  const table: ReportSection['table'] = {
    columns: [
      { name: t('report.class.class'), format: 'text' },
      { name: t('report.class.customers'), format: 'number' },
      { name: t('report.class.share'), format: 'percent' },
      ...(withSales
        ? ([
            { name: t('report.class.amount'), format: 'currency' },
            { name: t('report.class.amountShare'), format: 'percent' },
            { name: t('report.class.average'), format: 'currency' },
          ] as const)
        : []),
    ],
    rows: lines.map((line) => {
      const average = line.customers === 0 ? null : Math.round((line.amount / line.customers) * 100) / 100
      const sales = withSales ? [line.amount, amount === 0 ? null : line.amount / amount, average] : []
      return [nameOf(line), line.customers, line.customers / customers, ...sales]
    }),
  }
  return {
    key: `class.${scheme.code}`,
    title,
    sentence: sentence(lines, customers, amount, nameOf, words),
    chart: {
      kind: 'bar',
      categories: lines.map((line) => ({ name: nameOf(line), color: line.option?.color ?? 'gray' })),
      series: [{ name: t('report.class.customers'), color: null, values: lines.map((line) => line.customers) }],
      stacked: false,
      horizontal: true,
      unit: 'count',
    },
    table,
    emptyText: null,
  }
}

function sentence(lines: readonly Line[], customers: number, amount: number, nameOf: (line: Line) => string, words: Words): string {
  const most = greatest(lines, (line) => line.customers)
  const best = greatest(lines, (line) => line.amount)
  if (most === undefined) return ''
  const largest = words.t('report.class.largest', {
    total: customers,
    name: nameOf(most),
    count: most.customers,
    share: words.share(most.customers / customers),
  })
  if (best === undefined || amount <= 0) return largest
  return words.joined([largest, words.t('report.class.sales', { share: words.share(best.amount / amount), name: nameOf(best) })])
}

function greatest<Item>(items: readonly Item[], size: (item: Item) => number): Item | undefined {
  return items.reduce<Item | undefined>((most, item) => (most === undefined || size(item) > size(most) ? item : most), undefined)
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
