import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { createBase, openEngine } from '#main/engine/index.ts'
import { encodeChange } from '#main/engine/history/logCodec.ts'
import { newChange, type Change } from '#shared/change/change.ts'
import { summarise } from '#shared/change/summarise.ts'
import { dayBack, fillBook, fillerOf, unevenOrders } from './fillBook.ts'
import { benchFolder, namesOf, succeed, type Names } from './largeBase.ts'

/** A customer book with the tables analyses read: orders with their lines, follow-ups, deals that moved, surveys, tickets. */
export type AnalysisBase = { path: string; names: Names; customers: number; orders: number }

const made = new Map<number, AnalysisBase>()

/** Made once a run, for this number of orders of 100,000 customers. */
export async function analysisBase(orders: number): Promise<AnalysisBase> {
  const known = made.get(orders)
  if (known !== undefined) return known
  mkdirSync(benchFolder, { recursive: true })
  const path = join(benchFolder, `analysis-${orders}.kebu`)
  if (existsSync(path)) throw new Error(`${path} is there already`)
  createBase(path)
  const engine = openEngine(path)
  await succeed(engine.run('base.applyTemplate', { template: 'customerBook', lang: 'zh-CN', sample: false }))
  for (const name of ['李雷', '韩梅梅', '王伟', '张敏']) await succeed(engine.run('members.create', { name }))
  for (const code of ['opportunities', 'products', 'surveys', 'tickets'] as const) {
    await succeed(engine.run('template.addModule', { code, lang: 'zh-CN', sample: false }))
  }
  const names = await namesOf(engine)
  await engine.close()
  const customers = 100_000
  const sizes = { customers, orders, followUps: 500_000 }
  fillBook(path, names, sizes, unevenOrders(sizes), {
    customer: { 'customer.address': `json_object('province', '浙江省', 'city', 'C' || i * 7 % 90, 'district', '西湖区', 'detail', i || ' 号')` },
    order: { 'order.status': 'case when i % 25 = 0 then 4 else 2 end', 'order.amount': `case when i % 40 = 0 then -1 else 1 end * ${amount}` },
  })
  fillModules(path, names, orders)
  const base = { path, names, customers, orders }
  made.set(orders, base)
  return base
}

const amount = 'round(exp((i * 7919 % 100003) / 100003.0 * 8) * 30, 2)'
const [products, deals, answers] = [200, 50_000, 50_000]

function fillModules(path: string, names: Names, orders: number): void {
  const database = new Database(path)
  database.pragma('journal_mode = OFF')
  database.pragma('synchronous = OFF')
  const { insert, link } = fillerOf(database, names)
  insert('product', products, { 'product.name': "'产品 ' || i", 'product.price': 'i * 10.0', 'product.status': '1' })
  insert('orderLine', orders, {
    'orderLine.quantity': 'case when i % 50 = 0 then -1 else i % 5 + 1 end',
    'orderLine.price': `i * 31 % 1000 / 2.0`,
    'orderLine.amount': `(case when i % 50 = 0 then -1 else i % 5 + 1 end) * (i * 31 % 1000 / 2.0)`,
  })
  // Lines are entered with their orders: near each other.
  link('orderLine.order', orders, `max(1, min(${orders}, i + i * 7919 % 41 - 20))`)
  link('orderLine.product', orders, `cast(pow((i * 104729 % 1000003) / 1000003.0, 3) * ${products} as integer) + 1`)
  // Of ten deals four are won, three lost, and one stands at each stage but the first before.
  insert('opportunity', deals, {
    'opportunity.name': "'商机 ' || i",
    'opportunity.stage': stageOfDeal,
    'opportunity.amount': 'i * 7919 % 100000 / 1.0',
    'opportunity.owner': 'i * 13 % 4 + 1',
    'opportunity.source': 'i * 11 % 7 + 1',
    'opportunity.closedDate': `case when ${stageOfDeal} >= 5 then ${dayBack('i * 31 % 300')} end`,
    'opportunity.lostReason': `case when ${stageOfDeal} = 6 then nullif(i * 17 % 9, 0) end`,
  })
  link('opportunity.customer', deals, 'i * 104729 % 100000 + 1')
  insert('survey', answers, {
    'survey.date': dayBack('i * 31 % 700'),
    'survey.nps': 'i * 7 % 11',
    'survey.product': 'i * 11 % 5 + 1',
    'survey.attitude': 'i * 13 % 5 + 1',
    'survey.delivery': 'nullif(i * 17 % 6, 0)',
    'survey.opinion': "case when i % 9 = 0 then '交货再快一点' end",
  })
  insert('ticket', answers, {
    'ticket.kind': 'i % 3 + 1',
    'ticket.cause': 'nullif(i * 11 % 7, 0)',
    'ticket.openedTime': `${dayBack('i * 31 % 700')} || 'T09:00'`,
    'ticket.firstReplyTime': `${dayBack('i * 31 % 700')} || printf('T%02d:%02d', 9 + i % 9, i % 60)`,
    'ticket.solvedTime': `case when i % 8 then ${dayBack('i * 31 % 700 - i % 5')} || 'T18:30' end`,
  })
  logMoves(database, names)
  database.exec('analyze')
  database.close()
}

const stageOfDeal = '(case when i % 10 < 4 then 5 when i % 10 < 7 then 6 else i % 10 - 5 end)'

/** Each second deal was typed and moved stage by stage, an entry in the log for each step, as people do it. */
function logMoves(database: Database.Database, names: Names): void {
  const [tableId, columnId] = [names.table('opportunity'), names.column('opportunity.stage').id]
  const entry = database.prepare(`insert into kebu_log (at, actor, source, operation, kind, summary, change)
    values (strftime('%Y-%m-%dT08:00:00.000Z', 'now', ?), 1, 'window', 'rows.update', 'do', ?, ?)`)
  const rows = database.prepare('insert into kebu_log_rows values (?, ?, ?, ?)')
  const write = (id: number, daysBack: number, parts: Partial<Change>): void => {
    const change = { ...newChange(), ...parts }
    const { lastInsertRowid } = entry.run(`-${daysBack} days`, JSON.stringify(summarise(change)), encodeChange(change))
    rows.run(lastInsertRowid, tableId, id, id)
  }
  database.transaction(() => {
    for (let id = 1; id <= deals; id += 2) {
      const began = 40 + ((id * 31) % 400)
      write(id, began, { added: [{ tableId, ids: [id], uids: [''], columns: [] }] })
      for (let stage = 1; stage < 3; stage += 1) {
        write(id, began - stage * 7, { updated: [{ tableId, columnId, ids: [id], from: [stage], to: [stage + 1] }] })
      }
    }
  })()
}
