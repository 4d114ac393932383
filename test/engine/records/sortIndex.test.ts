import Database from 'better-sqlite3'
import fc from 'fast-check'
import { expect, onTestFinished, test } from 'vitest'
import { openEngine, type Engine } from '#main/engine/index.ts'
import { chineseSortKey } from '#main/engine/store/chineseSortKey.ts'
import { emptyRowQuery, emptyViewSettings, type Sort } from '#shared/model/view.ts'
import { temporaryBase } from '../support/temporaryBase.ts'
import { valueOf } from '../support/valueOf.ts'

const words = ['张三', '李四', 'Apple', 'apple 2', 'apple 10', '王五', '', null, '赵六', '阿里', '重庆', '𠮷野家', '😀']
/** Names of every kind, many alike, and many that are in order already. */
const nameAt = (at: number): string | null => (at % 3 === 0 ? (words[at % words.length] ?? null) : `${words[(at * 7) % 5] ?? ''}${at}`)

/** A table larger than what is indexed at once, with gaps. */
async function largeTable(count = 12_500) {
  const { engine, path } = temporaryBase()
  const { id: tableId } = valueOf(await engine.run('tables.create', { name: '客户' }))
  const column = async (name: string) => valueOf(await engine.run('columns.create', { tableId, name, type: 'text', settings: {} })).id
  const name = await column('名称')
  const other = await column('备注')
  const row = (at: number) => ({
    cells: [
      { columnId: name, value: nameAt(at) },
      { columnId: other, value: `注${at % 11}` },
    ],
  })
  const { ids } = valueOf(await engine.run('rows.insert', { tableId, rows: Array.from({ length: count }, (_, at) => row(at)) }))
  valueOf(await engine.run('rows.delete', { tableId, rowIds: ids.filter((_, at) => at % 97 === 5) }))
  while (valueOf(await engine.run('search.state', {})) !== null);
  return { engine, path, tableId, name, other, ids: ids.filter((_, at) => at % 97 !== 5) }
}

type Made = Awaited<ReturnType<typeof largeTable>>

const viewBy = async ({ engine, tableId }: Pick<Made, 'engine' | 'tableId'>, columnId: number) =>
  valueOf(
    await engine.run('views.create', {
      tableId,
      name: `${columnId}`,
      settings: { ...emptyViewSettings, sorts: [{ columnId, direction: 'ascending' }] },
    }),
  ).id

const state = async (engine: Engine) => valueOf(await engine.run('rows.sortState', {}))
const finished = async (engine: Engine) => {
  for (let turn = 0; (await state(engine)) !== null; turn += 1) if (turn > 1000) throw new Error('not getting on')
}

/** Until so many portions are done; fails where it is done before. */
async function until(engine: Engine, portions: number) {
  let turn = 0
  for (let now = await state(engine); ; now = await state(engine)) {
    if (now === null) throw new Error('done too early')
    if (now.done >= portions) return now
    if ((turn += 1) > 1000) throw new Error('not getting on')
  }
}

async function idsOf(engine: Engine, tableId: number, columnId: number, direction: Sort['direction']): Promise<number[]> {
  const query = { ...emptyRowQuery, sorts: [{ columnId, direction }] }
  const ids: number[] = []
  for (let offset = 0; ; offset += 1000) {
    const page = valueOf(await engine.run('rows.page', { tableId, query, columnIds: [], offset, limit: 1000 }))
    ids.push(...page.items.flatMap((item) => (item.kind === 'row' ? [item.id] : [])))
    if (page.items.length === 0 || ids.length >= page.rowCount) return ids
  }
}

/** The order told by the cells themselves. */
function rightOrder(path: string, tableId: number, columnId: number, direction: Sort['direction']): number[] {
  const plain = new Database(path, { readonly: true })
  const rows = plain.prepare<[], { id: number; cell: string | null }>(`select id, c${columnId} as cell from t${tableId} order by id`).all()
  plain.close()
  const keyed = rows.map(({ id, cell }) => ({ id, key: cell === null ? null : Buffer.from(chineseSortKey(cell)) }))
  const sign = direction === 'ascending' ? 1 : -1
  return keyed
    .sort((left, right) => {
      if (left.key === null || right.key === null) return Number(left.key === null) - Number(right.key === null) || left.id - right.id
      return sign * Buffer.compare(left.key, right.key) || left.id - right.id
    })
    .map(({ id }) => id)
}

async function expectRight({ path, tableId }: Pick<Made, 'path' | 'tableId'>, engine: Engine, columnId: number) {
  for (const direction of ['ascending', 'descending'] as const)
    expect(await idsOf(engine, tableId, columnId, direction)).toEqual(rightOrder(path, tableId, columnId, direction))
}

/** The keys in the file against those of the cells; and which tables and triggers of keys there are. */
function keysIn(path: string, tableId: number, columnId: number) {
  const plain = new Database(path, { readonly: true })
  const named = (type: string) =>
    plain.prepare<[string], string>("select name from sqlite_master where type = ? and name glob 'k[0-9]*' order by name").pluck().all(type)
  const tables = named('table')
  const triggers = named('trigger').length
  const keys = tables.includes(`k${columnId}`) ? plain.prepare<[], number>(`select id from k${columnId} order by key, id`).pluck().all() : null
  plain.close()
  return { tables, triggers, isRight: keys !== null && JSON.stringify(keys) === JSON.stringify(rightOrder(path, tableId, columnId, 'ascending')) }
}

const whole = (columnId: number) => ({ tables: [`k${columnId}`], triggers: 3, isRight: true })
const gone = { tables: [], triggers: 0, isRight: false }

test('a large table is put in order after the view was saved; its order is right before, meanwhile and after', async () => {
  const made = await largeTable()
  const { engine, path, tableId, name } = made
  expect(await state(engine)).toBeNull()
  await expectRight(made, engine, name)
  const told: (number | null)[] = []
  engine.onChanged(() => told.push(null))
  await viewBy(made, name)
  // Saved, and not a key made.
  expect(await state(engine)).toEqual({ done: 0, total: 6 })
  const reader = openEngine(path, { mode: 'reader' })
  onTestFinished(() => reader.close())
  const seen = new Set<number>()
  for (let now = await state(engine); now !== null; now = await state(engine)) {
    if (!seen.has(now.done)) await expectRight(made, reader, name)
    seen.add(now.done)
  }
  expect(seen.size).toBeGreaterThan(3)
  // Each portion is told, so that the window asks how far it is.
  expect(told.length).toBeGreaterThanOrEqual(seen.size)
  expect(keysIn(path, tableId, name)).toEqual(whole(name))
  await expectRight(made, engine, name)
  await expectRight(made, reader, name)
})

test('rows written meanwhile, at any moment, stand where they belong in the end', async () => {
  const made = await largeTable()
  const { engine, path, tableId, name, ids } = made
  const step = fc.record({
    kind: fc.constantFrom('update', 'delete', 'insert', 'undo'),
    at: fc.nat(ids.length - 1),
    name: fc.constantFrom(...words),
    wait: fc.nat(1),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 12, maxLength: 24 }), async (steps) => {
      const view = await viewBy(made, name)
      let undoable = 0
      for (const { kind, at, name: value, wait } of steps) {
        const near = [ids[at] ?? 0, ids[(at + 4800) % ids.length] ?? 0]
        const cells = [{ columnId: name, value }]
        const answer =
          kind === 'update'
            ? await engine.run('rows.update', { tableId, rows: near.map((id) => ({ id, cells })) })
            : kind === 'delete'
              ? await engine.run('rows.delete', { tableId, rowIds: near })
              : kind === 'insert'
                ? await engine.run('rows.insert', { tableId, rows: [{ cells }] })
                : undoable > 0
                  ? await engine.run('history.undo', {})
                  : null
        // A row may be gone already, and an undo of what changed nothing takes back what was before.
        if (answer?.ok === true) undoable += kind === 'undo' ? -1 : kind === 'update' ? 0 : 1
        for (let turn = 0; turn < wait; turn += 1) await state(engine)
      }
      await finished(engine)
      const views = valueOf(await engine.run('base.describe', {})).views.filter(({ id }) => id === view)
      if (views.length === 1) {
        expect(keysIn(path, tableId, name)).toEqual(whole(name))
        await engine.run('views.delete', { viewId: view })
      }
      await expectRight(made, engine, name)
    }),
    { numRuns: 3 },
  )
})

test('an undo of the view, or its deletion, ends it and leaves nothing; a redo begins anew', async () => {
  const made = await largeTable()
  const { engine, path, tableId, name, other } = made
  await viewBy(made, name)
  await until(engine, 2)
  valueOf(await engine.run('history.undo', {}))
  expect([await state(engine), keysIn(path, tableId, name)]).toEqual([null, gone])
  valueOf(await engine.run('history.redo', {}))
  expect(await state(engine)).toEqual({ done: 0, total: 6 })
  const second = await viewBy(made, other)
  await until(engine, 1)
  valueOf(await engine.run('views.delete', { viewId: second }))
  await finished(engine)
  expect(keysIn(path, tableId, name)).toEqual(whole(name))
  // Two at a time.
  await viewBy(made, other)
  await until(engine, 5)
  await finished(engine)
  expect(keysIn(path, tableId, other)).toEqual({ tables: [`k${name}`, `k${other}`].toSorted(), triggers: 6, isRight: true })
})

test('a column that is deleted, or gets another type, meanwhile or afterwards', async () => {
  const made = await largeTable()
  const { engine, path, tableId, name } = made
  await viewBy(made, name)
  await until(engine, 1)
  valueOf(await engine.run('columns.delete', { columnId: name }))
  expect([await state(engine), keysIn(path, tableId, name)]).toEqual([null, gone])
  valueOf(await engine.run('history.undo', {}))
  await until(engine, 4)
  valueOf(await engine.run('columns.convert', { columnId: name, to: { type: 'longText' } }))
  // Still a text, still sorted by: from the beginning, over the new cells.
  await finished(engine)
  expect(keysIn(path, tableId, name)).toEqual(whole(name))
  await expectRight(made, engine, name)
  valueOf(await engine.run('columns.convert', { columnId: name, to: { type: 'number' }, onLoss: 'empty' }))
  expect([await state(engine), keysIn(path, tableId, name)]).toEqual([null, gone])
  valueOf(await engine.run('history.undo', {}))
  await finished(engine)
  expect(keysIn(path, tableId, name)).toEqual(whole(name))
  valueOf(await engine.run('columns.delete', { columnId: name }))
  valueOf(await engine.run('trash.empty', {}))
  expect(keysIn(path, tableId, name)).toEqual(gone)
})

test('a table that is deleted takes its keys along when the trash is emptied', async () => {
  const made = await largeTable()
  const { engine, path, tableId, name } = made
  await viewBy(made, name)
  await finished(engine)
  valueOf(await engine.run('tables.delete', { tableId }))
  valueOf(await engine.run('trash.empty', {}))
  const plain = new Database(path, { readonly: true })
  expect(plain.prepare("select name from sqlite_master where name glob 'k[0-9]*'").all()).toEqual([])
  plain.close()
})

test('after a restart it goes on where it was; a base that is only read shows the order, and does nothing', async () => {
  const made = await largeTable()
  const { engine, path, tableId, name, ids } = made
  await viewBy(made, name)
  const before = await until(engine, 2)
  await engine.close()
  const looking = openEngine(path, { readOnly: true })
  expect(await state(looking)).toBeNull()
  await expectRight(made, looking, name)
  await looking.close()
  expect(keysIn(path, tableId, name).tables).toEqual([`k${name}`, `k${name}_runs`])
  const again = openEngine(path)
  expect((await state(again))?.done).toBeGreaterThanOrEqual(before.done)
  const [first = 0, second = 0] = ids
  const cells = [{ columnId: name, value: '中间' }]
  valueOf(await again.run('rows.update', { tableId, rows: [first, second].map((id) => ({ id, cells })) }))
  await until(again, 4)
  await again.close()
  const third = openEngine(path)
  await finished(third)
  expect(keysIn(path, tableId, name)).toEqual(whole(name))
  await expectRight(made, third, name)
  await third.close()
  const last = openEngine(path, { readOnly: true })
  await expectRight(made, last, name)
  await last.close()
})

test('a base of before has its index made anew, in the new form', async () => {
  const made = await largeTable()
  const { engine, path, tableId, name } = made
  await viewBy(made, name)
  await finished(engine)
  await engine.close()
  const older = new Database(path)
  older.function('kebu_pinyin_key', { deterministic: true }, (text: unknown) => (typeof text === 'string' ? chineseSortKey(text) : text))
  older.exec(`drop trigger k${name}_insert; drop trigger k${name}_update; drop trigger k${name}_delete; drop table k${name};
    create index t${tableId}_c${name}_sort on t${tableId} (kebu_pinyin_key(c${name}))`)
  older.close()
  const again = openEngine(path)
  expect(await state(again)).not.toBeNull()
  await finished(again)
  expect(keysIn(path, tableId, name)).toEqual(whole(name))
  await again.close()
  const plain = new Database(path, { readonly: true })
  expect(plain.prepare("select name from sqlite_master where type = 'index' and name like '%_sort'").all()).toEqual([])
  plain.close()
})

test('very many rows alike, and ids with great gaps', async () => {
  const made = await largeTable(11_000)
  const { engine, path, tableId, name, other, ids } = made
  valueOf(await engine.run('rows.delete', { tableId, rowIds: ids.filter((id) => id > 30 && id < 10_800) }))
  await viewBy(made, name)
  await finished(engine)
  expect(keysIn(path, tableId, name)).toEqual(whole(name))
  valueOf(await engine.run('history.undo', {}))
  valueOf(await engine.run('history.undo', {}))
  valueOf(await engine.run('rows.bulk', { tableId, rows: { kind: 'where', filter: null }, columnId: other, action: { kind: 'set', value: '同' } }))
  await viewBy(made, other)
  await finished(engine)
  expect(keysIn(path, tableId, other).isRight).toBe(true)
})
