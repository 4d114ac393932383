import { beforeEach, expect, test } from 'vitest'
import { dispatcher, type Desk, type Sender } from '#main/ipc/dispatcher.ts'
import { answering, type AppAnswers } from '#main/ipc/answering.ts'
import { grantedPaths, type GrantedPaths } from '#main/ipc/grantedPaths.ts'
import { pageOrigin } from '#main/ipc/trustedPage.ts'
import type { Host } from '#main/host/ports.ts'
import { appOperations } from '#shared/contract/app.ts'
import type { ProgressEvent } from '#shared/contract/events.ts'
import { Failure } from '#shared/contract/failure.ts'
import { appError } from '#shared/i18n/appError.ts'
import { containing } from '../support/containing.ts'

const page: Sender = { id: 1, url: 'app://kebu/index.html', isMainFrame: true }

let granted: GrantedPaths
let ran: { name: string; input: unknown; callId: string | undefined }[]
let cancelled: string[]
let progress: ProgressEvent[]
let logged: string[]
let host: Host | null

beforeEach(() => {
  granted = grantedPaths()
  ran = []
  cancelled = []
  progress = []
  logged = []
  host = aHost()
})

function ask(message: unknown, sender: Sender = page) {
  const desk: Desk = { host: () => host, app: appAnswers(), sendProgress: (event) => progress.push(event) }
  return dispatcher({
    origin: pageOrigin('app://kebu/'),
    granted,
    deskOf: ({ id }) => (id === 1 ? desk : null),
    logError: (what) => logged.push(what),
  }).answer(sender, message)
}

const call = (name: string, input: unknown = {}) => ({ kind: 'run', name, input, callId: 'c1' })

test.each<[string, Sender]>([
  ['a page from the network', { ...page, url: 'https://example.com/index.html' }],
  ['a file of the disk', { ...page, url: 'file:///tmp/index.html' }],
  ['another host of our own scheme', { ...page, url: 'app://other/index.html' }],
  ['our name as a user of another host', { ...page, url: 'app://kebu@evil/index.html' }],
  ['a frame inside our page', { ...page, isMainFrame: false }],
  ['a page that has no window of ours', { ...page, id: 2 }],
  ['a frame that is gone', { ...page, url: '' }],
])('%s is refused', async (_what, sender) => {
  expect(await ask(call('base.describe'), sender)).toMatchObject({ ok: false, error: { code: 'input.invalid' } })
  expect(ran).toEqual([])
  expect(logged).toHaveLength(1)
})

test.each([
  ['nothing', undefined],
  ['a text', 'base.describe'],
  ['no kind', { name: 'base.describe' }],
  ['an unknown operation', call('base.explode')],
  ['a name from the prototype', call('constructor')],
  ['an input of the wrong type', call('rows.delete', { tableId: '1', rowIds: [1] })],
  ['an input that lacks a part', call('rows.delete', { tableId: 1 })],
  ['no input', { kind: 'run', name: 'rows.delete', callId: 'c1' }],
  ['no call id', { kind: 'run', name: 'base.describe', input: {} }],
])('%s is an invalid input, said as a value', async (_what, message) => {
  expect(await ask(message)).toMatchObject({ ok: false, error: { code: 'input.invalid', message: { en: containing('') } } })
  expect(ran).toEqual([])
})

test('the engine gets the parsed input, defaults filled in, and its progress goes to the page', async () => {
  expect(await ask(call('history.list'))).toEqual({ ok: true, value: 'history.list' })
  expect(ran).toEqual([{ name: 'history.list', input: { beforeId: null, limit: 50 }, callId: '1:c1' }])
  expect(progress).toEqual([{ callId: 'c1', phase: 'reading', done: 1, total: 2 }])
})

test('without an open base the engine is not asked', async () => {
  host = null
  expect(await ask(call('base.describe'))).toMatchObject({ ok: false, error: { code: 'base.none' } })
})

test('an operation of the shell is answered by it', async () => {
  expect(await ask(call('app.closeBase'))).toEqual({ ok: true, value: null })
})

test('what the shell throws becomes a value: its own failures as they are, defects as internal', async () => {
  expect(await ask(call('app.openSample'))).toMatchObject({ ok: false, error: { code: 'base.cannotWrite' } })
  const defect = await ask(call('app.state'))
  expect(defect).toMatchObject({ ok: false, error: { code: 'internal' } })
  expect(JSON.stringify(defect)).toContain('"details":"Error: a defect')
  expect(logged).toEqual(['app.state'])
})

test('cancelling reaches the call of the same page', async () => {
  expect(await ask({ kind: 'cancel', callId: 'c1' })).toEqual({ ok: true, value: null })
  expect(cancelled).toEqual(['1:c1'])
})

test('a file is reached only after the user has chosen it', async () => {
  const inspect = call('import.inspect', { path: '/home/me/客户.xlsx' })
  expect(await ask(inspect)).toMatchObject({ ok: false, error: { code: 'input.invalid' } })
  await ask({ kind: 'dropped', path: '/home/me/客户.xlsx' })
  expect(await ask(inspect)).toMatchObject({ ok: true })
  expect(await ask(call('import.inspect', { path: '/home/me/../me/客户.xlsx' }))).toMatchObject({ ok: true })
  expect(await ask(call('import.inspect', { path: '/home/me/other.xlsx' }))).toMatchObject({ ok: false })
  expect(await ask(call('app.showInFolder', { path: '/etc/passwd' }))).toMatchObject({ ok: false })
})

test('rejected rows go only beside a file the user has chosen', async () => {
  granted.grant('/home/me/客户.xlsx')
  const sheet = { sheet: 'a', headerRow: 0, table: { tableId: 1 }, columns: [], mode: 'add', matchIndexes: [] }
  const plan = (rejectionFolder: string | null) => call('import.run', { path: '/home/me/客户.xlsx', sheets: [sheet], rejectionFolder })
  expect(await ask(plan(null))).toMatchObject({ ok: true })
  expect(await ask(plan('/home/me'))).toMatchObject({ ok: true })
  expect(await ask(plan('/etc'))).toMatchObject({ ok: false })
})

test('a file an operation wrote may be shown in its folder', async () => {
  granted.grant('/home/me/客户.xlsx')
  const show = call('app.showInFolder', { path: '/home/me/客户-未导入.xlsx' })
  expect(await ask(show)).toMatchObject({ ok: false })
  host = aHost({ rejectionFile: '/home/me/客户-未导入.xlsx' })
  await ask(call('import.inspect', { path: '/home/me/客户.xlsx' }))
  expect(await ask(show)).toMatchObject({ ok: true })
})

function aHost(output?: unknown): Host {
  return {
    path: '/home/me/客户.kebu',
    readOnly: false,
    run: () => Promise.reject(new Error('not used by the dispatcher')),
    runNamed: async (name, input, options = {}) => {
      ran.push({ name, input, callId: options.callId })
      options.onProgress?.({ phase: 'reading', done: 1, total: 2 })
      return { ok: true, value: output ?? name }
    },
    isImporting: () => false,
    cancel: (callId) => void cancelled.push(callId),
    onChanged: () => () => {},
    turnDay: async () => {},
    close: async () => {},
  }
}

function appAnswers(): AppAnswers {
  const nothing = async () => ({ ok: true, value: null }) as const
  return {
    'app.state': answering(appOperations['app.state'], () => {
      throw new Error('a defect')
    }),
    'app.saveSettings': nothing,
    'app.newBase': nothing,
    'app.openSample': answering(appOperations['app.openSample'], () => {
      throw new Failure(appError('base.cannotWrite', { name: 'x' }))
    }),
    'app.openBase': nothing,
    'app.closeBase': nothing,
    'app.forgetRecent': nothing,
    'app.openBeside': nothing,
    'app.pickFolder': nothing,
    'app.pickImportFile': nothing,
    'app.pickSchemeFile': nothing,
    'app.pickSaveFile': nothing,
    'app.pickFiles': nothing,
    'app.pickCopyPlace': nothing,
    'app.openFile': nothing,
    'app.reportPdf': nothing,
    'app.savePicture': nothing,
    'app.openUrl': answering(appOperations['app.openUrl'], () => null),
    'app.showInFolder': nothing,
  }
}
