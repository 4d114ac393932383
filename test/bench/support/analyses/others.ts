import { cellsOf, numbersOf, sumOf, type HandWritten } from './handWritten.ts'
import { gradesSql, orderSql } from './orderSql.ts'

/** Analyses of products, columns, surveys and tickets. */
export const others: readonly HandWritten[] = [
  {
    id: 'concentration.products',
    name: 'concentration',
    input: () => ({ of: 'products', period: 'all' }),
    byHand: ({ database, names, today }) => {
      const { ends, orders, counted } = orderSql(names, today)
      const [order, product] = [ends('orderLine.order'), ends('orderLine.product')]
      return numbersOf(
        database,
        gradesSql(`select p.${product.other}, total(round(coalesce(i.${names.sql('orderLine.amount')}, 0) * 100)) as v from t${names.table('orderLine')} i
          cross join ${order.table} k on k.${order.own} = i.id cross join ${orders} o on o.id = k.${order.other}
          cross join ${product.table} p on p.${product.own} = i.id where ${counted} group by 1`),
      ).filter((_, index) => index % 3 > 0)
    },
    shown: ({ grades }) => cellsOf(grades, [2, 3]).slice(0, 8),
  },
  {
    id: 'relation',
    name: 'relation',
    // Sums in SQL lose the digits that NIST's reference data ask for: the numbers are read one by one.
    bar: 4,
    input: (names) => ({ xColumnId: names.column('orderLine.price').id, yColumnId: names.column('orderLine.quantity').id }),
    byHand: ({ database, names }) => {
      const [x, y] = [names.sql('orderLine.price'), names.sql('orderLine.quantity')]
      return numbersOf(
        database,
        `with means as materialized (select avg(${x}) as mx, avg(${y}) as my from t${names.table('orderLine')})
        select count(*), total((${x} - mx) * (${y} - my)) / sqrt(total((${x} - mx) * (${x} - mx)) * total((${y} - my) * (${y} - my)))
        from t${names.table('orderLine')}, means where ${x} is not null and ${y} is not null`,
      )
    },
    shown: ({ relation }) => cellsOf(relation, [1]).slice(0, 2),
  },
  {
    id: 'groupMeans',
    name: 'groupMeans',
    input: (names) => ({ valueColumnId: names.column('order.amount').id, groupColumnId: names.column('order.status').id }),
    byHand: ({ database, names }) => {
      const [value, group, table] = [names.sql('order.amount'), names.sql('order.status'), `t${names.table('order')}`]
      return numbersOf(
        database,
        `with means as materialized (select ${group} as g, avg(${value}) as m from ${table} where ${value} is not null group by 1)
        select count(*), m, sqrt(total((${value} - m) * (${value} - m)) / (count(*) - 1)) from ${table} join means on g = ${group} where ${value} is not null
        group by ${group} order by ${group}`,
      )
    },
    shown: ({ means }) => cellsOf(means, [1, 2, 5]),
  },
  {
    id: 'preferences',
    name: 'preferences',
    input: (names) => ({ groupColumnId: names.column('customer.source').id, groupIds: [1, 2], byColumnId: names.column('customer.address').id }),
    byHand: ({ database, names }) =>
      numbersOf(
        database,
        `select sum(n), sum(s) from (select json_extract(${names.sql('customer.address')}, '$.city') as city, count(*) as n,
          sum(${names.sql('customer.source')} in (1, 2)) as s from t${names.table('customer')} group by 1)`,
      ),
    shown: ({ preferences }) => [sumOf(cellsOf(preferences, [3])), sumOf(cellsOf(preferences, [2]))],
  },
  {
    id: 'satisfaction',
    name: 'satisfaction',
    // Every answer is read, since the worst are listed with their words; the SQL only counts.
    bar: 5,
    input: () => ({ period: 'all' }),
    byHand: ({ database, names, today }) => {
      const [nps, date, table] = [names.sql('survey.nps'), names.sql('survey.date'), `t${names.table('survey')}`]
      const ratings = (['survey.product', 'survey.attitude', 'survey.delivery'] as const).map((role) => names.sql(role))
      return [
        ...numbersOf(
          database,
          `select sum(${nps} >= 9), sum(${nps} between 7 and 8), sum(${nps} <= 6) from ${table} where ${date} < date('${today}', '+1 day') group by substr(${date}, 1, 7) order by substr(${date}, 1, 7)`,
        ),
        ...numbersOf(
          database,
          `select ${ratings.map((cell) => `count(${cell}), avg(${cell})`).join(', ')} from ${table} where ${date} < date('${today}', '+1 day')`,
        ),
      ]
    },
    shown: ({ nps, csat }) => [...cellsOf(nps, [3, 4, 5]), ...(csat?.rows ?? []).slice(0, -1).flatMap((row) => [Number(row[3]), Number(row[2])])],
  },
  {
    id: 'tickets',
    name: 'tickets',
    input: () => ({ period: 'all' }),
    byHand: ({ database, names, today }) => {
      const [opened, kind, table] = [names.sql('ticket.openedTime'), names.sql('ticket.kind'), `t${names.table('ticket')}`]
      const ends = (role: 'ticket.firstReplyTime' | 'ticket.solvedTime', cause = kind): string =>
        `select g, n, (max(v) filter (where place = n / 2 + 1) + max(v) filter (where place = (n + 1) / 2)) / 2 from (select ${cause} as g,
          (julianday(${names.sql(role)}) - julianday(${opened})) * 24 as v, row_number() over w as place, count(*) over (partition by ${cause}) as n
          from ${table} where ${names.sql(role)} >= ${opened} and ${opened} < date('${today}', '+1 day')
          window w as (partition by ${cause} order by julianday(${names.sql(role)}) - julianday(${opened}))) group by 1 order by 2 desc, 1`
      const medians = (role: 'ticket.firstReplyTime' | 'ticket.solvedTime', cause?: string): number[] => numbersOf(database, ends(role, cause))
      const cause = `coalesce(${names.sql('ticket.cause')}, 0)`
      // The analysis tells both of causes as well.
      medians('ticket.firstReplyTime', cause)
      medians('ticket.solvedTime', cause)
      const [reply, solve] = [medians('ticket.firstReplyTime'), medians('ticket.solvedTime')]
      return [reply, solve].map((found) => sumOf(found.filter((_, index) => index % 3 === 2).map((hours) => Number(hours.toFixed(1)))))
    },
    shown: ({ kinds }) => [sumOf(cellsOf(kinds, [2])), sumOf(cellsOf(kinds, [5]))],
  },
]
