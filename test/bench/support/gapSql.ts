/** Orders that have a day, with the customer whose they are. */
export type OrdersOnADay = { from: string; customer: string; day: string }

/** By role: what comes of the gaps between the days on which a customer ordered, as the rows `id, v`. */
export function gapMetrics({ from, customer, day }: OrdersOnADay): Readonly<Record<string, { query: string; none?: string } | undefined>> {
  const gaps = `days as (select distinct ${customer} as id, ${day} as day from ${from}),
    every as (select id, day, julianday(day) - julianday(lag(day) over (partition by id order by day)) as gap from days),
    gaps as (select * from every where gap is not null)`
  return {
    'customer.orderGap': {
      query: `with ${gaps}, placed as (select id, gap, row_number() over (partition by id order by gap) as place, count(*) over (partition by id) as n from gaps)
        select id, avg(gap) as v from placed where place in ((n + 1) / 2, (n + 2) / 2) group by 1`,
    },
    'customer.growingGaps': {
      query: `with ${gaps}, grown as (select id, day, gap > lag(gap) over (partition by id order by day) as grew from gaps),
        stops as (select id, sum(not grew) over (partition by id order by day desc) as stop from grown where grew is not null)
        select id, count(*) as v from stops where stop = 0 group by 1`,
      none: '0',
    },
  }
}
