import { mkdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { createBase, openEngine, type Engine } from '#main/engine/index.ts'
import { compare, result, type BenchCase, type BenchResult } from '../support/bench.ts'
import { succeed } from '../support/largeBase.ts'

const rows = 1_000_000
const textColumns = 10

/** As many as are looked for in turn: more than the lists an engine keeps, so that each is made anew. */
const words = {
  one: [...'华东精密机械贸易商行科技'],
  two: ['华东', '精密', '机械', '贸易', '商行', '科技', '电子', '食品', '服装', '建材'],
  more: ['华东精', '精密机', '械贸易', '贸易商', '商行科', '科技电', '电子食', '食品服', '服装建', '装建材'],
} as const

const characters = '华东精密机械贸易商行科技电子食品服装建材化工物流教育杭州上海深圳成都武汉西安青岛厦门张王李赵陈刘杨黄周吴'

/** Texts of four to eleven characters, some of them words that are looked for, spread by multiplying with primes. */
function textAt(row: number, column: number): string {
  const seed = row * 7919 + column * 104_729
  if (seed % 7 === 0) return words.more[seed % words.more.length] + String(seed % 1000)
  let text = ''
  for (let at = 0; at < 4 + (seed % 8); at += 1) text += characters.charAt((seed + at * at * 31 + at * (row % 97)) % characters.length)
  return text
}

/** A base of one table, and beside it the best plain index of the same texts: every Han character a token, one column, no content. */
async function makeBase(path: string): Promise<{ engine: Engine; tableId: number; columnIds: number[]; plain: Database.Database }> {
  createBase(path)
  const making = openEngine(path)
  const table = await succeed(making.run('tables.create', { name: '客户' }))
  const columnIds: number[] = []
  for (let at = 0; at < textColumns; at += 1) {
    columnIds.push(
      (await succeed(making.run('columns.create', { tableId: table.id, name: `列${at}`, type: at === 0 ? 'text' : 'longText', settings: {} }))).id,
    )
  }
  await making.close()
  const filling = new Database(path)
  filling.pragma('journal_mode = OFF')
  const plain = new Database(`${path}.plain`)
  plain.pragma('journal_mode = OFF')
  const names = columnIds.map((id) => `c${id}`)
  plain.exec(
    `create virtual table found using fts5(text, content='', tokenize='unicode61'); create table rows (id integer primary key, ${names.join(', ')})`,
  )
  const marks = columnIds.map(() => '?').join(', ')
  const insert = filling.prepare(
    `insert into t${table.id} (id, uid, created_at, updated_at, ${names.join(', ')}) values (?, randomblob(16), '2026-01-01T08:00:00', '2026-01-01T08:00:00', ${marks})`,
  )
  const insertPlain = plain.prepare(`insert into rows values (?, ${marks})`)
  const index = plain.prepare('insert into found (rowid, text) values (?, ?)')
  filling.exec('begin')
  plain.exec('begin')
  for (let row = 1; row <= rows; row += 1) {
    const texts = columnIds.map((_, column) => textAt(row, column))
    insert.run(row, ...texts)
    insertPlain.run(row, ...texts)
    index.run(row, texts.map((text) => text.replace(/[^0-9a-z]/gu, ' $& ')).join(' cellend '))
  }
  filling.exec(`commit; insert or replace into kebu_counter values ('row:${table.id}', ${rows + 1})`)
  plain.exec('commit')
  filling.close()
  const engine = openEngine(path)
  await succeed(engine.run('base.recompute', {}))
  return { engine, tableId: table.id, columnIds, plain }
}

export const searchCases: BenchCase[] = [
  {
    id: 'search',
    run: async () => {
      const folder = join(tmpdir(), `kebu-bench-search-${process.pid}`)
      mkdirSync(folder, { recursive: true })
      const { engine, tableId, columnIds, plain } = await makeBase(join(folder, 'search.kebu'))
      const phrase = (word: string): string => `"${[...word].join(' ')}"`
      const all = plain.prepare('select rowid from found where found match ?').pluck()
      const first = plain.prepare('select rowid from found where found match ? limit 201').pluck()
      const page = plain.prepare('select * from rows where id in (select value from json_each(?))').raw()
      const results: BenchResult[] = []
      for (const [length, list] of Object.entries(words)) {
        const wordOf = (round: number): string => list[round % list.length] ?? ''
        const found = await compare(
          (round) => succeed(engine.run('search.everywhere', { text: wordOf(round), perTable: 50 })),
          (round) => page.all(JSON.stringify(first.all(phrase(wordOf(round))).slice(0, 200))),
          { warm: 5, measured: 30 },
        )
        const what = `${length === 'one' ? 'one character' : `${length === 'two' ? 'two' : 'three'} characters`} over ${rows} rows × ${textColumns} text columns`
        results.push(
          result({
            id: `search.first.${length}`,
            what: `the first rows that hold ${what}, names first and with the cells found, against a raw FTS5 query for 200 and their rows`,
            size: rows,
            ...found,
            bar: 2,
          }),
        )
        const listed = await compare(
          (round) =>
            succeed(
              engine.run('rows.page', {
                tableId,
                query: { filter: null, sorts: [], groups: [], search: wordOf(round) },
                columnIds,
                offset: 0,
                limit: 200,
              }),
            ),
          (round) => page.all(JSON.stringify(all.all(phrase(wordOf(round))).slice(0, 200))),
          { warm: 5, measured: 30 },
        )
        results.push(
          result({
            id: `search.list.${length}`,
            what: `the counted list and its first 200 rows of ${what}, against a raw FTS5 query for all ids and 200 rows`,
            size: rows,
            ...listed,
            bar: 2,
          }),
        )
      }
      plain.close()
      await engine.close()
      rmSync(folder, { recursive: true, force: true })
      return results
    },
  },
]
