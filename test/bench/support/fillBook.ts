import Database from 'better-sqlite3'
import type { ColumnRole, TableRole } from '#shared/model/roles.ts'
import type { Names, Sizes } from './largeBase.ts'

/** Whose the order number `i` is, and what it is worth, in SQL. */
export type OrderSpread = { customer: string; amount: string }

/** What else is filled in, or otherwise, in SQL over the number `i` of the row. */
export type MoreCells = Partial<Record<TableRole, Partial<Record<ColumnRole, string>>>>

/** As many orders for each. */
export const evenOrders = ({ customers }: Sizes): OrderSpread => ({
  customer: `(i * 104729 % ${customers}) + 1`,
  amount: '(i * 7919 % 10000000) / 100.0',
})

/** Few customers who buy much, many who buy little, and one in ten who never bought. */
export const unevenOrders = ({ customers }: Sizes): OrderSpread => ({
  customer: `cast(pow((i * 104729 % 1000003) / 1000003.0, 2) * ${customers} * 0.9 as integer) + 1`,
  amount: 'round(exp((i * 7919 % 100003) / 100003.0 * 8) * 30, 2)',
})

/** Puts rows and pairs of links into a book by plain SQL; numbers are spread by multiplying with primes. */
export type Filler = {
  /** Rows numbered from 1, each cell in SQL over the number `i`. */
  insert(table: TableRole, count: number, cells: Partial<Record<ColumnRole, string>>): void
  /** For each row `i` its pair, with the row this SQL says. */
  link(role: ColumnRole, count: number, other: string): void
}

/** A day so many days back, in SQL. */
export const dayBack = (days: string): string => `date('now', printf('%+d days', -(${days})))`

const day = dayBack

export function fillerOf(database: Database.Database, names: Names, more: MoreCells = {}): Filler {
  const series = (count: number): string => `with recursive n(i) as (select 1 union all select i + 1 from n where i < ${count})`
  return {
    insert: (table, count, cells) => {
      const roles = Object.entries({ ...cells, ...more[table] })
      const columns = roles.map(([role]) => `c${names.columns.find((column) => column.role === role)?.id}`)
      database.exec(`${series(count)} insert into t${names.table(table)} (id, uid, created_at, updated_at, ${columns.join(', ')})
        select i, randomblob(16), '2026-01-01T08:00:00', '2026-01-01T08:00:00', ${roles.map(([, expression]) => expression).join(', ')} from n`)
      database.exec(`insert or replace into kebu_counter values ('row:${names.table(table)}', ${count + 1})`)
    },
    link: (role, count, other) => {
      const column = names.column(role)
      if (column.type !== 'link') throw new Error(`${role} is no link`)
      const pair = column.settings.side === 'a' ? `i, ${other}` : `${other}, i`
      const junction = `l${column.settings.linkId}`
      database.exec(`drop index ${junction}_ab; drop index ${junction}_ba`)
      database.exec(`${series(count)} insert into ${junction} (a, b) select ${pair} from n order by 1, 2`)
      database.exec(`create index ${junction}_ab on ${junction} (a, oa, b); create index ${junction}_ba on ${junction} (b, ob, a)`)
    },
  }
}

/** Rows by plain SQL, as a person could never type them. */
export function fillBook(path: string, names: Names, sizes: Sizes, orders: OrderSpread = evenOrders(sizes), more: MoreCells = {}): void {
  const database = new Database(path)
  database.pragma('journal_mode = OFF')
  database.pragma('synchronous = OFF')
  const { insert, link } = fillerOf(database, names, more)
  insert('customer', sizes.customers, {
    'customer.number': "printf('KH-202601-%07d', i)",
    'customer.name': "'第' || i || '号精密机械有限公司'",
    'customer.type': 'i % 3 + 1',
    'customer.status': 'i * 7 % 6 + 1',
    'customer.source': 'i * 11 % 9 + 1',
    'customer.owner': 'i * 13 % 4 + 1',
    'customer.phone': "printf('138%08d', i * 7919 % 100000000)",
    'customer.wechat': "'wx' || i",
    'customer.email': "'u' || i || '@example.cn'",
    'customer.address': `json_object('province', '浙江省', 'city', '杭州市', 'district', '西湖区', 'detail', i || ' 号')`,
    'customer.needTime': 'i * 17 % 6 + 1',
    'customer.needDescription': "'需要 ' || i % 100 || ' 套'",
    'customer.handleBy': `case when i % 3 = 0 then ${day('i % 200 - 100')} end`,
    'customer.annualPotential': 'i * 7919 % 1000000 / 1.0',
    'customer.note': "'备注 ' || i",
  })
  insert('followUp', sizes.followUps, {
    'followUp.number': "printf('GJ-%08d', i)",
    'followUp.time': `${day('i * 7919 % 700')} || 'T10:30'`,
    'followUp.method': 'i % 8 + 1',
    'followUp.content': "'第 ' || i || ' 次沟通,客户希望月底前收到报价'",
    'followUp.result': 'i * 7 % 7 + 1',
    'followUp.nextTime': `case when i % 2 = 0 then ${day('i * 31 % 200 - 100')} || 'T09:00' end`,
    'followUp.nextContent': "'再次联系'",
    'followUp.author': 'i * 13 % 4 + 1',
    'followUp.direction': 'case when i % 5 = 0 then 2 else 1 end',
  })
  link('followUp.customer', sizes.followUps, `(i * 7919 % ${sizes.customers}) + 1`)
  insert('order', sizes.orders, {
    'order.number': "printf('DD-%08d', i)",
    'order.date': day('i * 31 % 900'),
    'order.amount': orders.amount,
    'order.status': '2',
  })
  link('order.customer', sizes.orders, orders.customer)
  database.exec('analyze')
  database.close()
}
