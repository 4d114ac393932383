import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { openEngine, type Engine } from '#main/engine/index.ts'
import { markOfHash } from '#shared/lib/fileMarks.ts'
import { writeFiles } from '#shared/model/file.ts'
import { emptyRowQuery } from '#shared/model/view.ts'
import { contentOf } from '../support/contentOf.ts'
import { temporaryBase, temporaryFolder } from '../support/temporaryBase.ts'
import { valueOf } from '../support/valueOf.ts'
import { fileTable, largeFile, png, store } from './support.ts'

const codeOf = (answer: Awaited<ReturnType<Engine['runNamed']>>): string => (answer.ok ? 'done' : answer.failure.code)

function contentsIn(path: string): { files: number; parts: number } {
  const database = new Database(path, { readonly: true })
  try {
    const count = (table: string): number => Number(database.prepare(`select count(*) from ${table}`).pluck().get())
    return { files: count('kebu_file'), parts: count('kebu_file_part') }
  } finally {
    database.close()
  }
}

test('what is added twice is kept once, under both names', async () => {
  const { engine, path } = temporaryBase()
  const folder = temporaryFolder()
  writeFileSync(join(folder, '合同.pdf'), '%PDF-1.7 one')
  writeFileSync(join(folder, '副本.pdf'), '%PDF-1.7 one')
  const stored = valueOf(await engine.run('files.store', { paths: [join(folder, '合同.pdf'), join(folder, '副本.pdf')] }))
  expect(stored.map(({ name, type, size }) => [name, type, size])).toEqual([
    ['合同.pdf', 'application/pdf', 12],
    ['副本.pdf', 'application/pdf', 12],
  ])
  expect(stored[0]?.hash).toBe(stored[1]?.hash)
  expect(contentsIn(path)).toEqual({ files: 1, parts: 1 })
})

test('files in a cell keep their order, are found by name, and come out as they went in', async () => {
  const { engine } = temporaryBase()
  const book = await fileTable(engine)
  const bytes = png()
  const [picture, text] = [await store(engine, '工厂外景.png', bytes), await store(engine, 'Angebot.txt', Buffer.from('abc'))]
  await book.put(book.files.id, [text, picture])
  expect(await book.cell(book.files.id)).toBe(writeFiles([text, picture]))
  const found = async (search: string) =>
    valueOf(await engine.run('rows.page', { tableId: book.table.id, query: { ...emptyRowQuery, search }, columnIds: [], offset: 0, limit: 9 }))
      .rowCount
  expect([await found('外景'), await found('angebot'), await found(picture.hash.slice(0, 8))]).toEqual([1, 1, 0])
  const where = async (operator: 'contains' | 'notContains', value: string) =>
    valueOf(
      await engine.run('rows.page', {
        tableId: book.table.id,
        query: { ...emptyRowQuery, filter: { kind: 'condition', columnId: book.files.id, operator, value } },
        columnIds: [],
        offset: 0,
        limit: 9,
      }),
    ).rowCount
  expect([await where('contains', '外景'), await where('contains', '内景'), await where('notContains', '内景')]).toEqual([1, 0, 1])
  const read = valueOf(await engine.run('files.read', { hash: picture.hash }))
  expect(read.type).toBe('image/png')
  expect(Buffer.from(read.bytes).equals(bytes)).toBe(true)
  const copy = join(temporaryFolder(), 'copy.png')
  valueOf(await engine.run('files.copy', { hash: picture.hash, path: copy }))
  expect(readFileSync(copy).equals(bytes)).toBe(true)
})

test('adding and removing files are undone and redone, across a restart, with their contents', async () => {
  const { engine, path } = temporaryBase()
  const book = await fileTable(engine)
  const file = await store(engine, '合同.pdf', Buffer.from('%PDF-1.7'))
  const before = contentOf(path)
  await book.put(book.files.id, [file])
  const after = contentOf(path)
  valueOf(await engine.run('history.undo', {}))
  expect(contentOf(path)).toEqual(before)
  await engine.close()
  // No cell holds the file any more, but the redo would.
  const again = openEngine(path)
  valueOf(await again.run('history.redo', {}))
  expect(contentOf(path)).toEqual(after)
  expect(Buffer.from(valueOf(await again.run('files.read', { hash: file.hash })).bytes).toString()).toBe('%PDF-1.7')
  await again.close()
})

test('contents that nothing came to hold go when the base is closed; those of the trash and of texts stay', async () => {
  const { engine, path } = temporaryBase()
  const book = await fileTable(engine)
  await store(engine, '没用上.txt', Buffer.from('unused'))
  const [inRow, inText, inColumn] = [
    await store(engine, 'row.txt', Buffer.from('row')),
    await store(engine, 'text.png', png()),
    await store(engine, 'column.png', png(9, 9)),
  ]
  await book.put(book.files.id, [inRow])
  valueOf(await book.set(book.notes.id, `看图 ![x](${markOfHash(inText.hash)})`))
  await book.put(book.pictures.id, [inColumn])
  valueOf(await engine.run('columns.delete', { columnId: book.pictures.id }))
  valueOf(await engine.run('rows.delete', { tableId: book.table.id, rowIds: [book.rowId] }))
  expect(contentsIn(path).files).toBe(4)
  await engine.close()
  expect(contentsIn(path)).toEqual({ files: 3, parts: 3 })
  const again = openEngine(path)
  expect(valueOf(await again.run('files.cleanUp', {}))).toEqual({ removed: 0, bytes: 0 })
  for (const { hash } of [inRow, inText, inColumn]) expect((await again.run('files.read', { hash })).ok).toBe(true)
  await store(again, 'unused again.txt', Buffer.from('12345'))
  expect(valueOf(await again.run('files.cleanUp', {}))).toEqual({ removed: 1, bytes: 5 })
  await again.close()
})

test('a file of 160 MB goes in and out part by part, in bounded memory', async () => {
  const { engine } = temporaryBase()
  const folder = temporaryFolder()
  const path = largeFile(join(folder, '视频.mp4'), 160)
  const before = process.memoryUsage().rss
  let peak = 0
  const seen: number[] = []
  const onProgress = ({ done }: { done: number }) => {
    seen.push(done)
    peak = Math.max(peak, process.memoryUsage().rss)
  }
  const [file] = valueOf(await engine.run('files.store', { paths: [path] }, { onProgress }))
  const copy = join(folder, 'out.mp4')
  valueOf(await engine.run('files.copy', { hash: file?.hash ?? '', path: copy }, { onProgress }))
  expect(readFileSync(copy).equals(readFileSync(path))).toBe(true)
  expect(seen.length).toBeGreaterThan(100)
  // The cache of SQLite is 32 MB, and parts that are done wait for the collector; the file itself is never held.
  expect((peak - before) / 1024 / 1024).toBeLessThan(100)
})

test('cancelling leaves nothing of a large file, in the base or where a copy was to go', async () => {
  const { engine, path } = temporaryBase()
  const folder = temporaryFolder()
  const large = largeFile(join(folder, 'a.bin'), 8)
  const cancelAfter = (count: number) => {
    let asked = 0
    return { cancelled: () => (asked += 1) > count }
  }
  expect(codeOf(await engine.run('files.store', { paths: [large] }, cancelAfter(12)))).toBe('cancelled')
  expect(contentsIn(path)).toEqual({ files: 0, parts: 0 })
  const [file] = valueOf(await engine.run('files.store', { paths: [large] }))
  const out = temporaryFolder()
  expect(codeOf(await engine.run('files.copy', { hash: file?.hash ?? '', path: join(out, 'a.bin') }, cancelAfter(3)))).toBe('cancelled')
  expect(readdirSync(out)).toEqual([])
})

test('a full disk keeps no part of a file, and the base works on', async () => {
  const { engine, path } = temporaryBase()
  await fileTable(engine)
  await engine.close()
  const full = openEngine(path, { maxPages: 500 })
  const large = largeFile(join(temporaryFolder(), 'a.bin'), 6)
  expect(codeOf(await full.run('files.store', { paths: [large] }))).toBe('base.diskFull')
  expect((await store(full, 'small.txt', Buffer.from('small'))).size).toBe(5)
  expect(contentsIn(path)).toEqual({ files: 1, parts: 1 })
  await full.close()
})

test('of several files all go in or none; why is said by name', async () => {
  const { engine, path } = temporaryBase()
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'good.txt'), 'good')
  const paths = (name: string) => ({ paths: [join(folder, 'good.txt'), join(folder, name)] })
  const missing = await engine.run('files.store', paths('没有.txt'))
  expect(missing.ok ? '' : missing.failure.message['zh-CN']).toContain('没有.txt')
  expect(codeOf(missing)).toBe('file.notFound')
  expect(codeOf(await engine.run('files.store', { paths: [folder] }))).toBe('file.folder')
  expect(codeOf(await engine.run('files.store', { ...paths('good.txt'), picturesOnly: true }))).toBe('file.notAPicture')
  expect(contentsIn(path)).toEqual({ files: 0, parts: 0 })
})

test('a cell takes only files the base holds, under names that lead nowhere; pictures only where pictures belong', async () => {
  const { engine } = temporaryBase()
  const book = await fileTable(engine)
  const file = await store(engine, '../../etc/passwd', Buffer.from('x'))
  expect(file.name).toBe('etc passwd')
  const raw = (change: object): string => JSON.stringify([{ ...file, ...change }])
  const refused = [
    raw({ hash: 'f'.repeat(64) }),
    raw({ name: '..\\..\\boot.ini' }),
    raw({ size: 2 }),
    raw({ type: 'image/png' }),
    '[]',
    '[1]',
    'just text',
    `${raw({})} `,
  ]
  for (const value of refused) expect(codeOf(await book.set(book.files.id, value)), value).toBe('cell.invalid')
  expect(codeOf(await book.set(book.pictures.id, writeFiles([file])))).toBe('cell.invalid')
  expect(codeOf(await book.set(book.files.id, writeFiles([file])))).toBe('done')
})

test('damage to a content is told when it is read, and a copy of it does not appear', async () => {
  const { engine, path } = temporaryBase()
  const file = await store(engine, 'a.txt', Buffer.from('whole'))
  const gone = await store(engine, 'b.txt', Buffer.from('whole too'))
  // Kept by a cell, or closing would drop them.
  const book = await fileTable(engine)
  await book.put(book.files.id, [file, gone])
  await engine.close()
  const database = new Database(path)
  database
    .prepare('update kebu_file_part set bytes = ? where file_id = (select id from kebu_file where hash = ?)')
    .run(Buffer.from('wh0le'), file.hash)
  database.prepare('delete from kebu_file where hash = ?').run(gone.hash)
  database.close()
  const again = openEngine(path)
  expect(codeOf(await again.run('files.read', { hash: file.hash }))).toBe('file.damaged')
  const copy = join(temporaryFolder(), 'a.txt')
  expect(codeOf(await again.run('files.copy', { hash: file.hash, path: copy }))).toBe('file.damaged')
  expect(existsSync(copy)).toBe(false)
  expect(codeOf(await again.run('files.read', { hash: gone.hash }))).toBe('file.gone')
  await again.close()
})

test('a small picture is kept beside its content, and a picture that cannot be shown is known as such', async () => {
  const { engine } = temporaryBase()
  const [good, broken] = [await store(engine, 'a.png', png()), await store(engine, 'b.png', png().subarray(0, 40))]
  const read = async () => valueOf(await engine.run('files.thumbnails', { hashes: [good.hash, broken.hash, '0'.repeat(64)] }))
  expect((await read()).map(({ bytes }) => bytes)).toEqual([null, null])
  valueOf(await engine.run('files.keepThumbnail', { hash: good.hash, bytes: new Uint8Array([1, 2, 3]) }))
  valueOf(await engine.run('files.keepThumbnail', { hash: broken.hash, bytes: new Uint8Array() }))
  const lengths = new Map((await read()).map(({ hash, bytes }) => [hash, bytes?.length]))
  expect([lengths.get(good.hash), lengths.get(broken.hash)]).toEqual([3, 0])
  expect(codeOf(await engine.run('files.keepThumbnail', { hash: good.hash, bytes: new Uint8Array(70_000) }))).toBe('input.invalid')
  expect(valueOf(await engine.run('history.state', {})).undo).toBeNull()
})
