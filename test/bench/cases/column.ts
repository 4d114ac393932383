import Database from 'better-sqlite3'
import { openEngine, type Engine } from '#main/engine/index.ts'
import { median, result, type BenchCase, type BenchResult } from '../support/bench.ts'
import { deepBase, type DeepBase } from '../support/deepBase.ts'
import { succeed } from '../support/largeBase.ts'

const customers = 1_000_000
const rounds = 2

/** A column made, its settings changed, against the one UPDATE that a person would write; in turn, on the same file. */
async function measure(
  base: DeepBase,
  names: { id: string; what: string },
  create: (engine: Engine, round: number) => Promise<{ id: number }>,
  change: (engine: Engine, columnId: number) => Promise<unknown>,
  update: (column: string) => string,
): Promise<BenchResult[]> {
  const taken = { create: new Array<number>(), change: new Array<number>(), plain: new Array<number>(), remove: new Array<number>() }
  const timed = async <Value>(what: keyof typeof taken, work: () => Promise<Value> | Value): Promise<Value> => {
    const start = performance.now()
    const value = await work()
    taken[what].push(performance.now() - start)
    return value
  }
  for (let round = 0; round < rounds; round += 1) {
    const plain = new Database(base.path)
    plain.pragma('journal_mode = WAL')
    plain.pragma('synchronous = FULL')
    plain.pragma('cache_size = -32768')
    const column = `plain_${names.id.replaceAll('.', '_')}_${round}`
    await timed('plain', () => {
      plain.exec(`begin; alter table t${base.customersTable} add column ${column}; ${update(column)}; commit`)
    })
    plain.exec(`alter table t${base.customersTable} drop column ${column}`)
    plain.close()
    const engine = openEngine(base.path)
    const { id } = await timed('create', () => create(engine, round))
    await timed('change', () => change(engine, id))
    await timed('remove', () => succeed(engine.run('columns.delete', { columnId: id })))
    await engine.close()
  }
  const line = (id: string, what: string, times: number[]): BenchResult =>
    result({ id, what, size: base.customers, median_ms: median(times), baseline_ms: median(taken.plain), bar: 1.5 })
  return [
    line(names.id, `${names.what} added, against the one hand-written UPDATE … FROM`, taken.create),
    line(`${names.id}.change`, `${names.what} changed, against the same UPDATE`, taken.change),
    line(`${names.id}.delete`, `${names.what} deleted, against the same UPDATE`, taken.remove),
  ]
}

export const columnCases: BenchCase[] = [
  {
    id: 'column.rollup',
    run: async () => {
      const base = await deepBase(customers)
      const { customersTable: tableId, followUpsTable, amount, link } = base
      const settings = { linkColumnId: link.id, targetColumnId: amount.id, orderColumnId: null, filter: null }
      return measure(
        base,
        { id: 'column.rollup', what: 'a rollup over 5 million follow-ups' },
        (engine, round) =>
          succeed(engine.run('columns.create', { tableId, name: `合计 ${round}`, type: 'rollup', settings: { ...settings, function: 'sum' } })),
        (engine, columnId) => succeed(engine.run('columns.update', { columnId, settings: { function: 'max' } })),
        (column) => `update t${tableId} set ${column} = f.v from (select k.a, sum(cast(round(o.c${amount.id} * 100) as integer)) / 100.0 as v
          from l${link.settings.linkId} k join t${followUpsTable} o on o.id = k.b group by k.a) f where f.a = t${tableId}.id`,
      )
    },
  },
  {
    id: 'column.lookup',
    run: async () => {
      const base = await deepBase(customers)
      const { customersTable: tableId, followUpsTable, content, at, link } = base
      const settings = { linkColumnId: link.id, targetColumnId: content.id }
      return measure(
        base,
        { id: 'column.lookup', what: 'a lookup over 5 million follow-ups' },
        (engine, round) => succeed(engine.run('columns.create', { tableId, name: `内容 ${round}`, type: 'lookup', settings })),
        (engine, columnId) => succeed(engine.run('columns.update', { columnId, settings: { targetColumnId: at.id } })),
        (column) => `update t${tableId} set ${column} = f.v from (select a, group_concat(c, '、') as v from (select k.a as a, o.c${content.id} as c
          from l${link.settings.linkId} k join t${followUpsTable} o on o.id = k.b order by k.a, o.id) group by a) f where f.a = t${tableId}.id`,
      )
    },
  },
  {
    id: 'column.formula',
    run: async () => {
      const base = await deepBase(customers)
      const { customersTable: tableId, followUpsTable, amount, link } = base
      const source = 'SUM({跟进.金额}) / COUNTLINKS({跟进})'
      return measure(
        base,
        { id: 'column.formula', what: 'a formula over 5 million follow-ups' },
        (engine, round) => succeed(engine.run('columns.create', { tableId, name: `均额 ${round}`, type: 'formula', settings: { source } })),
        (engine, columnId) => succeed(engine.run('columns.update', { columnId, settings: { source: `IF(${source} > 5000, ${source}, 0)` } })),
        (
          column,
        ) => `update t${tableId} set ${column} = f.v from (select k.a, sum(cast(round(o.c${amount.id} * 100) as integer)) / 100.0 / count(*) as v
          from l${link.settings.linkId} k join t${followUpsTable} o on o.id = k.b group by k.a) f where f.a = t${tableId}.id`,
      )
    },
  },
  {
    id: 'column.formula.own',
    run: async () => {
      const base = await deepBase(customers)
      const { customersTable: tableId } = base
      return measure(
        base,
        { id: 'column.formula.own', what: 'a formula over the own row' },
        (engine, round) =>
          succeed(
            engine.run('columns.create', {
              tableId,
              name: `称呼 ${round}`,
              type: 'formula',
              settings: { source: 'IF({名称} = "", "无名", {名称} & "（客户）")' },
            }),
          ),
        (engine, columnId) => succeed(engine.run('columns.update', { columnId, settings: { source: '{名称} & "！"' } })),
        (column) => `update t${tableId} set ${column} = f.v from
          (select id, case when coalesce(c${base.name.id}, '') = '' then '无名' else c${base.name.id} || '（客户）' end as v from t${tableId}) f where f.id = t${tableId}.id`,
      )
    },
  },
]
