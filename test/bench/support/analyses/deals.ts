import { winCheck, winModel, winProbability, type DealFields } from '#main/engine/models/service/winProbability.ts'
import { cellsOf, numbersOf, sumOf, type HandWritten } from './handWritten.ts'
import { orderSql } from './orderSql.ts'

/** Analyses of deals, and of what customers buy together. */
export const dealing: readonly HandWritten[] = [
  {
    id: 'funnel',
    name: 'funnel',
    input: () => ({ period: 'all' }),
    byHand: ({ database, names, today }) => {
      const [stage, table, columnId] = [names.sql('opportunity.stage'), names.table('opportunity'), names.column('opportunity.stage').id]
      const reached = (from: string, steps: readonly number[]): string =>
        `select ${steps.map((step) => `sum(step >= ${step})`).join(', ')} from (${from})`
      // Stages by their number: lost (6) is no step.
      const deals = numbersOf(
        database,
        reached(
          `with moved as materialized (select u.value as cells from (select distinct entry_id from kebu_log_rows where table_id = ${table})
              cross join kebu_log on kebu_log.id = entry_id, json_each(cast(substr(change, 2) as text), '$.updated') u where json_extract(u.value, '$.columnId') = ${columnId}),
            seen as (select json_extract(cells, '$.ids[0]') as id, max(json_extract(cells, '$.from[0]'), json_extract(cells, '$.to[0]')) as step from moved
              union all select id, coalesce(nullif(${stage}, 6), 1) from t${table})
          select max(step) as step from seen group by id`,
          [1, 2, 3, 4, 5],
        ),
      )
      const { ends, lines } = orderSql(names, today)
      const link = ends('followUp.customer')
      const [time, result] = [names.sql('followUp.time'), names.sql('followUp.result')]
      const customers = numbersOf(
        database,
        reached(
          `with talks as materialized (select k.${link.other} as id, max(${result} not in (5, 6)) as contacted, max(${result} = 3) as quoted, max(${result} = 4) as won
              from t${names.table('followUp')} f cross join ${link.table} k on k.${link.own} = f.id where ${time} < date('${today}', '+1 day') group by 1),
            buyers as materialized (select customer as id, 1 as bought from (${lines}) where units >= 0 group by 1)
          select case when won or bought then 3 when quoted then 2 when contacted then 1 else 0 end as step
          from t${names.table('customer')} c left join talks using (id) left join buyers using (id)`,
          [0, 1, 2, 3],
        ),
      )
      return [...deals, ...customers]
    },
    shown: ({ deals, customers }) => [...cellsOf(deals, [1]), ...cellsOf(customers, [1])],
  },
  {
    id: 'winProbability',
    name: 'winProbability',
    input: () => ({}),
    byHand: ({ database, names, today }) => {
      const { ends } = orderSql(names, today)
      const link = ends('opportunity.customer')
      const amount = `t.${names.sql('opportunity.amount')}`
      const rows = database
        .prepare<[], (number | null)[]>(
          `with bounds as materialized (select ntile(3) over (order by ${amount}) as band, ${amount} as v from t${names.table('opportunity')} t where t.${names.sql('opportunity.stage')} >= 5),
            cut as materialized (select max(v) filter (where band = 1) as low, max(v) filter (where band = 2) as high from bounds)
          select t.${names.sql('opportunity.stage')}, ${amount}, case when ${amount} <= low then 0 when ${amount} <= high then 1 else 2 end, t.${names.sql('opportunity.owner')},
            t.${names.sql('opportunity.source')}, c.${names.sql('customer.source')}, c.${names.sql('customer.type')}, c.${names.sql('customer.industry')}
          from cut, t${names.table('opportunity')} t left join ${link.table} k on k.${link.own} = t.id left join t${names.table('customer')} c on c.id = k.${link.other}`,
        )
        .raw(true)
        .all()
      const dealsOf = rows.map(([stage, sum, ...cells]) => {
        const known = cells.flatMap((cell, place) => (cell === null ? [] : [[`f${place}`, cell] as const]))
        const fields: DealFields = Object.fromEntries(known)
        return { stage: stage ?? 0, sum: sum ?? 0, fields }
      })
      const closed = dealsOf.flatMap(({ stage, fields }) => (stage >= 5 ? [{ fields, won: stage === 5 }] : []))
      const model = winModel(closed)
      const open = dealsOf.filter(({ stage }) => stage < 5)
      for (const { fields } of open) winProbability(model, fields)
      winCheck(model, closed)
      return [open.length, model.won, model.lost]
    },
    shown: ({ open, fields }, { sections }) => {
      const all = Number((/[\d,]+/u.exec(sections[0]?.sentence ?? '')?.[0] ?? String(open?.rows.length)).replaceAll(',', ''))
      const source = (fields?.rows ?? []).filter((row) => row[0] === fields?.rows.find((each) => String(each[0]).includes('来源'))?.[0])
      return [all, sumOf(source.map((row) => Number(row[2]))), sumOf(source.map((row) => Number(row[3])))]
    },
  },
  {
    id: 'crossSell',
    name: 'crossSell',
    input: () => ({}),
    byHand: ({ database, names, today }) => {
      const { ends, orders, counted } = orderSql(names, today)
      const [order, product, customer] = [ends('orderLine.order'), ends('orderLine.product'), ends('order.customer')]
      database.exec(`create temp table bought as select kc.${customer.other} as c, p.${product.other} as p from t${names.table('orderLine')} i
        cross join ${product.table} p on p.${product.own} = i.id cross join ${order.table} k on k.${order.own} = i.id
        cross join ${orders} o on o.id = k.${order.other} cross join ${customer.table} kc on kc.${customer.own} = o.id
        where ${counted} group by 1, 2 having total(coalesce(i.${names.sql('orderLine.quantity')}, 1)) > 0`)
      database.exec('create temp table sold as select p, count(*) as n from bought group by 1')
      database.exec(
        `create temp table pairs as select x.p as p, y.p as q, count(*) as both from bought x join bought y on y.c = x.c and y.p > x.p group by 1, 2`,
      )
      const found = numbersOf(
        database,
        `with everyone as materialized (select count(distinct c) as n from bought) select
          (select max(1.0 * both * everyone.n / (s.n * r.n)) from pairs join sold s on s.p = pairs.p join sold r on r.p = pairs.q where both >= 3 and s.n >= 5 and r.n >= 5),
          (select sum(everyone.n - sold.n) from sold where sold.n >= 0.3 * everyone.n) from everyone`,
      )
      for (const name of ['bought', 'sold', 'pairs']) database.exec(`drop table temp.${name}`)
      return found
    },
    shown: ({ pairs }, { sections }) => {
      const chart = sections[0]?.chart
      return [cellsOf(pairs, [5])[0] ?? 0, chart?.kind === 'labelledBars' ? sumOf(chart.bars.map(({ value }) => value)) : 0]
    },
  },
]
