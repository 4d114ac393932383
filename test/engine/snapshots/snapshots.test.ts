import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { openEngine } from '#main/engine/index.ts'
import { appError } from '#shared/i18n/appError.ts'
import { makeBook } from '../support/book.ts'
import { contentOf } from '../support/contentOf.ts'
import { temporaryBase, temporaryFolder } from '../support/temporaryBase.ts'
import { valueOf } from '../support/valueOf.ts'

async function bookWithClock() {
  const state = { now: '2026-11-26T09:00:00' }
  const clock = { today: () => state.now.slice(0, 10), now: () => state.now }
  const { engine, path } = temporaryBase({ clock })
  const book = await makeBook(engine)
  const insert = async (name: string) =>
    valueOf(await engine.run('rows.insert', { tableId: book.customers.id, rows: [{ cells: [{ columnId: book.name.id, value: name }] }] }))
  await insert('甲')
  const list = async () => valueOf(await engine.run('snapshots.list', {}))
  return { engine, path, book, insert, list, state, folder: join(dirname(path), 'test.snapshots') }
}

test('a snapshot is the base as it was, is listed, opens read-only, and is restored as a new file', async () => {
  const { engine, path, insert, list, folder, state } = await bookWithClock()
  const before = contentOf(path)
  const snapshot = valueOf(await engine.run('snapshots.take', { name: '月底/对账前' }))
  expect(snapshot).toMatchObject({ file: '2026-11-26 090000 月底 对账前.kebu', at: '2026-11-26T09:00:00', name: '月底 对账前', isDaily: false })
  await insert('乙')
  state.now = '2026-11-26T10:30:00'
  valueOf(await engine.run('snapshots.take', { name: '' }))
  expect((await list()).items.map((item) => item.name)).toEqual(['', '月底 对账前'])
  expect(readdirSync(folder).toSorted()).toEqual(['2026-11-26 090000 月底 对账前.kebu', '2026-11-26 103000.kebu'])

  const { path: where } = valueOf(await engine.run('snapshots.locate', { snapshot: snapshot.file }))
  expect(contentOf(where)).toEqual(before)
  const looked = openEngine(where, { readOnly: true })
  expect(valueOf(await looked.run('base.describe', {})).readOnly).toBe(true)
  await looked.close()

  const after = contentOf(path)
  const { path: restored } = valueOf(await engine.run('snapshots.restore', { snapshot: snapshot.file }))
  const { path: again } = valueOf(await engine.run('snapshots.restore', { snapshot: snapshot.file }))
  expect([restored, again]).toEqual([join(dirname(path), 'test 2026-11-26 0900.kebu'), join(dirname(path), 'test 2026-11-26 0900 (2).kebu')])
  expect(contentOf(restored)).toEqual(before)
  expect(contentOf(path)).toEqual(after)
  const opened = openEngine(restored)
  valueOf(await opened.run('history.undo', {}))
  await opened.close()

  valueOf(await engine.run('snapshots.remove', { snapshot: snapshot.file }))
  expect((await list()).items).toHaveLength(1)
})

test('a reader takes it from one state while the writer goes on', async () => {
  const { engine, path, insert, list } = await bookWithClock()
  const reader = openEngine(path, { mode: 'reader' })
  const before = contentOf(path)
  const steps: number[] = []
  const taking = reader.run('snapshots.take', { name: '同时' }, { onProgress: ({ done }) => steps.push(done) })
  await insert('乙')
  const { file } = valueOf(await taking)
  const { path: where } = valueOf(await engine.run('snapshots.locate', { snapshot: file }))
  expect([JSON.stringify(before), JSON.stringify(contentOf(path))]).toContain(JSON.stringify(contentOf(where)))
  expect((await list()).items).toHaveLength(1)
  await reader.close()
})

test('the daily one is taken once a day where it is wanted, and old ones go while named ones stay', async () => {
  const { engine, state, list } = await bookWithClock()
  expect(valueOf(await engine.run('snapshots.daily', {}))).toEqual({ taken: null, removed: 0 })
  valueOf(await engine.run('snapshots.saveSettings', { daily: true, keepDays: 2 }))
  valueOf(await engine.run('snapshots.take', { name: '留着' }))
  for (const day of ['26', '26', '27', '28', '29']) {
    state.now = `2026-11-${day}T09:15:00`
    valueOf(await engine.run('snapshots.daily', {}))
  }
  expect((await list()).items.map(({ at, isDaily, name }) => `${at.slice(0, 10)} ${isDaily} ${name}`)).toEqual([
    '2026-11-29 true ',
    '2026-11-28 true ',
    '2026-11-26 false 留着',
  ])
})

test('a stopped snapshot leaves nothing behind', async () => {
  const { engine, folder } = await bookWithClock()
  const stopped = await engine.run('snapshots.take', { name: '停' }, { cancelled: () => true })
  expect(stopped.ok ? null : stopped.failure.code).toBe('cancelled')
  expect(readdirSync(folder)).toEqual([])
})

test('a missing folder, one that takes nothing, and a name out of it are told in sentences', async () => {
  const { engine, list } = await bookWithClock()
  const chosen = join(temporaryFolder(), '备份盘')
  const codeOf = async (name: string): Promise<string | null> => {
    const answer = await engine.run('snapshots.take', { name })
    return answer.ok ? null : answer.failure.code
  }
  valueOf(await engine.run('snapshots.saveSettings', { path: chosen }))
  expect((await list()).folder).toBe(chosen)
  expect(await codeOf('一')).toBe('snapshot.noFolder')
  writeFileSync(chosen, 'a file')
  expect(await codeOf('二')).toBe('snapshot.noFolder')
  rmSync(chosen)
  valueOf(await engine.run('snapshots.saveSettings', { path: null }))
  expect(await codeOf('三')).toBeNull()
  for (const file of ['../test.kebu', '2026-11-26 090000 没有.kebu', '/etc/passwd']) {
    const answer = await engine.run('snapshots.locate', { snapshot: file })
    expect(answer.ok ? null : answer.failure.code).toBe('snapshot.notFound')
  }
  expect(existsSync(chosen)).toBe(false)
})

/** What a second process says that takes a snapshot under these words of the shell, `$1` the folder it goes to. */
async function takenUnder(shell: string) {
  const { engine, path } = await bookWithClock()
  const folder = temporaryFolder()
  valueOf(await engine.run('snapshots.saveSettings', { path: folder }))
  await engine.close()
  const before = contentOf(path)
  const child = [process.execPath, join(import.meta.dirname, 'takeSnapshot.ts'), path, folder]
  const done = spawnSync('unshare', ['-rm', 'sh', '-c', `${shell}; shift; exec "$@"`, 'sh', folder, ...child], { encoding: 'utf8' })
  expect(contentOf(path)).toEqual(before)
  const said: unknown = done.stdout === '' ? done.stderr : JSON.parse(done.stdout)
  return { folder, said }
}

/** Linux lets a process have disks of its own, where the system is not told to forbid it. */
const hasOwnDisks = spawnSync('unshare', ['-rm', 'true']).status === 0

test.skipIf(!hasOwnDisks)('a full disk is told in a sentence, leaves no half of a snapshot, and the base as it was', async () => {
  const { said } = await takenUnder('mount -t tmpfs -o size=48k tmpfs "$1"')
  const { code, message } = appError('snapshot.diskFull')
  expect(said).toMatchObject({ failure: { code, message }, left: [] })
})

test.skipIf(!hasOwnDisks)('so is a disk that refuses in the middle of the copy', async () => {
  const { said, folder } = await takenUnder("trap '' XFSZ; ulimit -f 64")
  const { code, message } = appError('snapshot.cannotWrite', { folder })
  expect(said).toMatchObject({ failure: { code, message }, left: [] })
})
