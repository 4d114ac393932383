import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, expect, test } from 'vitest'
import { openHost } from '#main/host/host.ts'
import { workersOf } from '#main/host/workers.ts'
import type { Host, Progress } from '#main/host/ports.ts'
import { containing } from '../support/containing.ts'

const newWorker = workersOf(new URL('./pretendEngine.ts', import.meta.url))
const open: Host[] = []

afterEach(async () => {
  for (const host of open.splice(0)) await host.close()
})

async function openedHost(readOnly = false): Promise<Host> {
  const answer = await openHost('/somewhere/客户.kebu', { readOnly, newWorker })
  if (!answer.ok) throw new Error(answer.error.message.en)
  open.push(answer.value)
  return answer.value
}

const endless = { lang: 'zh-CN' } as const
const anImport = { path: '/x.xlsx', sheets: [] }

test('writes, reads of the window and long reads work on three threads', async () => {
  const host = await openedHost()
  const answers = await Promise.all([host.runNamed('tables.create', {}), host.runNamed('base.describe', {}), host.runNamed('stats.group', {})])
  expect(answers).toMatchObject([
    { ok: true, value: { readOnly: false } },
    { ok: true, value: { readOnly: true } },
    { ok: true, value: { readOnly: true } },
  ])
  expect(new Set(answers.map((answer) => answer.ok && JSON.stringify(answer.value))).size).toBe(3)
})

test('a long read neither holds up the window nor a write, reports its progress, and stops when asked', async () => {
  const host = await openedHost()
  const progress: Progress[] = []
  const report = host.run('report.build', endless, { callId: 'report', onProgress: (step) => progress.push(step) })
  expect(await host.runNamed('base.describe', {})).toMatchObject({ ok: true })
  expect(await host.runNamed('tables.create', {})).toMatchObject({ ok: true })
  // It counts without pause: hardly any of its steps are told.
  await expect.poll(() => progress.length > 1 && (progress.at(-1)?.done ?? 0) > 10 * progress.length).toBe(true)
  host.cancel('report')
  expect(await report).toMatchObject({ ok: false, error: { code: 'cancelled' } })
})

test('a call that was cancelled while it waited never starts', async () => {
  const host = await openedHost()
  const first = host.run('report.build', endless, { callId: 'first' })
  const second = host.run('report.build', endless, { callId: 'second' })
  host.cancel('second')
  host.cancel('first')
  expect(await Promise.all([first, second])).toMatchObject([{ error: { code: 'cancelled' } }, { error: { code: 'cancelled' } }])
})

test.for(['analysis.customerValue', 'analysis.crossSell'] as const)(
  '%s, which never looks up, is cut off; what waited behind it goes on',
  async (name) => {
    const host = await openedHost()
    const before = await host.runNamed('stats.group', {})
    const busy = host.run(name, endless, { callId: 'busy' })
    const behind = host.runNamed('stats.group', {})
    await wait(100)
    host.cancel('busy')
    expect(await busy).toMatchObject({ ok: false, error: { code: 'cancelled' } })
    const after = await behind
    expect(after).toMatchObject({ ok: true, value: { readOnly: true } })
    expect(after).not.toEqual(before)
    expect(await host.runNamed('tables.create', {})).toMatchObject({ ok: true })
  },
)

test('one after the other cut off, and closing in the midst of the last', async () => {
  const host = await openedHost()
  for (const callId of ['one', 'two', 'three', 'four']) {
    const busy = host.run('analysis.crossSell', endless, { callId })
    await wait(50)
    host.cancel(callId)
    expect(await busy).toMatchObject({ ok: false, error: { code: 'cancelled' } })
  }
  await host.runNamed('stats.group', {})
  const last = host.run('analysis.customerValue', endless)
  await wait(50)
  await host.close()
  expect(await last).toMatchObject({ ok: false, error: { code: 'cancelled' } })
  expect(await host.runNamed('stats.group', {})).toMatchObject({ ok: false, error: { code: 'base.none' } })
})

test('what writes a file is not cut off: it ends by itself', async () => {
  const host = await openedHost()
  const answer = host.runNamed('analysis.xlsx', {}, { callId: 'export' })
  await wait(50)
  host.cancel('export')
  expect(await answer).toMatchObject({ ok: true, value: { readOnly: true } })
})

test('what writes a file behind a read that ended meanwhile is not cut off, though the answer was not heard yet', async () => {
  const host = await openedHost()
  await host.runNamed('stats.group', {})
  const begun = new SharedArrayBuffer(4)
  const short = host.runNamed('analysis.funnel', {}, { callId: 'short' })
  const file = host.runNamed('files.copy', begun)
  await wait(50)
  // This side hears nothing until its patience with the first is over, and the second is at work; then the clock comes first.
  await new Promise((resolve) => setImmediate(resolve))
  host.cancel('short')
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 500)
  await short
  expect(await file).toMatchObject({ ok: true, value: { readOnly: true } })
  expect(Atomics.load(new Int32Array(begun), 0)).toBe(1)
})

test('readers know of a commit before anyone hears of it', async () => {
  const host = await openedHost()
  const seen: unknown[] = []
  host.onChanged(() => seen.push(host.runNamed('base.describe', {})))
  await host.runNamed('tables.create', {})
  expect(await Promise.all(seen)).toMatchObject([{ ok: true, value: { noted: 1 } }])
})

test('a defect is an error value with details for the log', async () => {
  const host = await openedHost()
  const answer = await host.runNamed('tables.delete', {})
  expect(answer).toMatchObject({ ok: false, error: { code: 'internal' } })
  expect(answer.ok ? '' : answer.error.details).toMatch(/^Error: a defect/u)
  expect(await host.runNamed('tables.create', {})).toMatchObject({ ok: true })
})

test('a value that cannot cross to another thread is an error value, and costs no thread', async () => {
  const host = await openedHost()
  const before = await host.runNamed('stats.group', {})
  expect(await host.runNamed('stats.cumulativeShare', {})).toMatchObject({ ok: false, error: { code: 'internal' } })
  expect(await host.runNamed('stats.group', {})).toEqual(before)
})

test('a thread that dies answers its calls with an error, and another takes its place', async () => {
  const host = await openedHost()
  const answers = await Promise.all([host.runNamed('rows.page', {}), host.runNamed('base.describe', {})])
  expect(answers).toMatchObject([
    { ok: false, error: { code: 'internal' } },
    { ok: false, error: { code: 'internal' } },
  ])
  expect(await host.runNamed('base.describe', {})).toMatchObject({ ok: true })
})

test('after the writer died everything is announced as changed, for its last commit may not have been', async () => {
  const host = await openedHost()
  const heard = new Promise((resolve) => host.onChanged(resolve))
  await host.runNamed('schemes.run', {})
  expect(await heard).toMatchObject({ schema: true })
  expect(await host.runNamed('tables.create', {})).toMatchObject({ ok: true })
})

test('a base that cannot be opened is an error value', async () => {
  const answer = await openHost('/somewhere/used.kebu', { readOnly: false, newWorker })
  expect(answer).toMatchObject({ ok: false, error: { code: 'base.inUse', message: { 'zh-CN': containing('used.kebu') } } })
})

test('read-only there is no writer', async () => {
  const host = await openedHost(true)
  expect(await host.runNamed('tables.create', {})).toMatchObject({ value: { readOnly: true } })
})

test('closing stops reads and imports instead of waiting for them', async () => {
  const host = await openedHost()
  await host.runNamed('stats.group', {})
  const calls = [host.run('report.build', endless), host.runNamed('import.run', anImport)]
  await wait(50)
  await host.close()
  expect(await Promise.all(calls)).toMatchObject([{ error: { code: 'cancelled' } }, { error: { code: 'cancelled' } }])
  expect(await host.runNamed('base.describe', {})).toMatchObject({ ok: false, error: { code: 'base.none' } })
})

test('a read that closing overtakes before its thread has it answers as cancelled, a write is done; what is asked afterwards finds no base', async () => {
  const host = await openedHost()
  const calls = [host.runNamed('stats.group', {}), host.runNamed('base.describe', {}), host.runNamed('tables.create', {})]
  await host.close()
  expect(await Promise.all(calls)).toMatchObject([{ error: { code: 'cancelled' } }, { error: { code: 'cancelled' } }, { ok: true }])
  for (const name of ['stats.group', 'base.describe', 'tables.create'] as const) {
    expect(await host.runNamed(name, {})).toMatchObject({ ok: false, error: { code: 'base.none' } })
  }
})

test('a read that waits for a thread to take the place of one given up answers as cancelled when the base is closed', async () => {
  const host = await openedHost()
  await host.runNamed('stats.group', {})
  const busy = host.run('analysis.customerValue', endless, { callId: 'busy' })
  const behind = host.runNamed('stats.group', {})
  await wait(50)
  host.cancel('busy')
  expect(await busy).toMatchObject({ ok: false, error: { code: 'cancelled' } })
  await host.close()
  expect(await behind).toMatchObject({ ok: false, error: { code: 'cancelled' } })
})
