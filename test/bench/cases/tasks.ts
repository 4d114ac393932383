import { copyFileSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { createBase, openEngine } from '#main/engine/index.ts'
import { systemClock } from '#main/engine/store/clock.ts'
import { median, result, type BenchCase, type BenchResult } from '../support/bench.ts'
import { fillBook } from '../support/fillBook.ts'
import { benchFolder, namesOf, succeed, type Names } from '../support/largeBase.ts'

const customers = 25_000
/** What the strategies of the two upper grades ask for, each of its customers. */
const tasksEach = 2
const rounds = 3

type TaskBase = { path: string; schemeId: number; names: Names }

/** Customers in the two upper grades, and the table of tasks with what one customer of another grade brought along. */
async function taskBase(): Promise<TaskBase> {
  mkdirSync(benchFolder, { recursive: true })
  const path = join(benchFolder, 'tasks.kebu')
  createBase(path)
  const empty = openEngine(path)
  await succeed(empty.run('base.applyTemplate', { template: 'customerBook', lang: 'zh-CN', sample: false }))
  for (const name of ['李雷', '韩梅梅', '王伟', '张敏']) await succeed(empty.run('members.create', { name }))
  const { schemes } = await succeed(empty.run('base.describe', {}))
  const schemeId = schemes.find(({ code }) => code === 'grade')?.id ?? 0
  const names = await namesOf(empty)
  await empty.close()
  const sizes = { customers: customers + 1, followUps: 0, orders: 0 }
  fillBook(path, names, sizes, undefined, { customer: { 'customer.grade': `case when i > ${customers} then 3 else i % 2 + 1 end` } })
  const filled = openEngine(path)
  await succeed(filled.run('tasks.generate', { schemeId, optionIds: [3], lang: 'zh-CN' }))
  const base = { path, schemeId, names: await namesOf(filled) }
  await filled.close()
  return base
}

async function generated({ path, schemeId }: TaskBase): Promise<number> {
  const engine = openEngine(path)
  const start = performance.now()
  const { tasks } = await succeed(engine.run('tasks.generate', { schemeId, optionIds: [1, 2], lang: 'zh-CN' }))
  const taken = performance.now() - start
  await engine.close()
  if (tasks !== customers * tasksEach) throw new Error(`${tasks} tasks`)
  return taken
}

/** The same tasks and their links by INSERT … SELECT: without log, search index, or the names that links show at both ends. */
function inserted({ path, names }: TaskBase): number {
  const database = new Database(path)
  database.pragma('journal_mode = WAL')
  database.pragma('synchronous = FULL')
  const { sql, table } = names
  const link = names.column('task.customer')
  if (link.type !== 'link') throw new Error('no link')
  const [task, customer, today] = [table('task'), table('customer'), systemClock.today()]
  const start = performance.now()
  database.exec(`begin immediate;
    insert into t${task} (uid, created_at, updated_at, ${sql('task.title')}, ${sql('task.kind')}, ${sql('task.due')}, ${sql('task.priority')},
      ${sql('task.status')}, ${sql('task.owner')}, ${sql('task.source')}, ${sql('task.sourceKey')})
    select randomblob(16), '${today}T08:00:00', '${today}T08:00:00', a.title, 1, date('${today}', '+' || a.days || ' days'), 2, 1, c.${sql('customer.owner')},
      '客户等级 · ' || a.grade, 'plain/' || c.id
    from t${customer} c join (select 1 as id, 'S' as grade, '电话 · 问近况，听听下一步的打算' as title, 0 as days
      union all select 1, 'S', '拜访 · 带上用量和供货情况，当面谈', 7 union all select 2, 'A', '电话 · 问使用情况，介绍合适的新品', 0
      union all select 2, 'A', '拜访 · 谈全年计划', 14) a on a.id = c.${sql('customer.grade')} order by a.days, c.id;
    insert into l${link.settings.linkId} (${link.settings.side}, ${link.settings.side === 'a' ? 'b' : 'a'})
    select id, cast(substr(${sql('task.sourceKey')}, 7) as integer) from t${task} where ${sql('task.sourceKey')} like 'plain/%';
    commit`)
  const taken = performance.now() - start
  database.close()
  return taken
}

/** Each round on copies of its own: customers whose tasks are open get none. */
async function tasks(): Promise<BenchResult[]> {
  const base = await taskBase()
  const taken = { ours: new Array<number>(), plain: new Array<number>() }
  for (let round = 0; round < rounds; round += 1) {
    const [ours, plain] = [copyOf(base, 'ours'), copyOf(base, 'plain')]
    taken.ours.push(await generated(ours))
    taken.plain.push(inserted(plain))
    for (const { path } of [ours, plain]) remove(path)
  }
  return [
    result({
      id: 'tasks.generate',
      what: `${(customers * tasksEach).toLocaleString('en')} tasks of a strategy made, with log, links and search index, against INSERT … SELECT of the tasks and their links`,
      size: customers * tasksEach,
      median_ms: median(taken.ours),
      baseline_ms: median(taken.plain),
      bar: 25,
    }),
  ]
}

function copyOf(base: TaskBase, name: string): TaskBase {
  const path = `${base.path}.${name}.kebu`
  copyFileSync(base.path, path)
  return { ...base, path }
}

function remove(path: string): void {
  for (const rest of ['', '-wal', '-shm', '.lock']) rmSync(path + rest, { force: true })
}

export const taskCases: BenchCase[] = [{ id: 'tasks.generate', run: tasks }]
