import { afterAll, beforeAll, expect, test } from 'vitest'
import { root } from '../../scripts/lib/paths.mjs'
import { launchApp, type LaunchedApp } from './support/app.ts'
import { makeBase, withFolder } from './support/bases.ts'
import { still } from './support/still.ts'
import { ask } from './support/window.ts'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'

let launched: LaunchedApp

beforeAll(async () => {
  launched = await launchApp()
})
afterAll(() => launched.close())

test('the page has the bridge and nothing of Node', async () => {
  const found = await launched.page.evaluate(() => ({
    bridge: Object.keys(window.kebu).sort(),
    globals: ['require', 'process', 'module', 'Buffer', 'global', 'electron'].filter((name) => name in globalThis),
  }))
  expect(found).toEqual({ bridge: ['cancel', 'invoke', 'pathOfDroppedFile', 'subscribe'], globals: [] })
})

test('the window is a locked box', async () => {
  const preferences = await launched.app.evaluate(({ BrowserWindow }) => {
    const page = BrowserWindow.getAllWindows()[0]?.webContents
    const getPreferences: unknown = Reflect.get(Object(page), 'getLastWebPreferences')
    const held: unknown = typeof getPreferences === 'function' ? Reflect.apply(getPreferences, page, []) : undefined
    return Object.fromEntries(
      ['contextIsolation', 'sandbox', 'nodeIntegration', 'webviewTag', 'webSecurity'].map((name) => [name, Reflect.get(Object(held), name)]),
    )
  })
  expect(preferences).toMatchObject({ contextIsolation: true, sandbox: true, nodeIntegration: false, webviewTag: false })
  expect(preferences['webSecurity']).not.toBe(false)
})

test('the page reaches nothing outside of the program', async () => {
  const tried = await launched.page.evaluate(async () => {
    const failed = async (work: () => unknown) => {
      try {
        await work()
        return 'worked'
      } catch {
        return 'failed'
      }
    }
    const image = (src: string) => new Promise((resolve, reject) => Object.assign(new Image(), { src, onload: resolve, onerror: reject }))
    return {
      fetch: await failed(() => fetch('https://example.com/')),
      local: await failed(() => fetch('http://127.0.0.1:9/')),
      file: await failed(() => fetch('file:///etc/passwd')),
      image: await failed(() => image('https://example.com/x.png')),
      socket: await failed(
        () => new Promise((resolve, reject) => Object.assign(new WebSocket('wss://example.com/'), { onopen: resolve, onerror: reject })),
      ),
      inlineScript: await failed(() => {
        document.head.append(Object.assign(document.createElement('script'), { textContent: 'window.ran = true' }))
        if (!('ran' in window)) throw new Error('it did not run')
      }),
      outside: (await fetch('app://kebu/../package.json')).status,
    }
  })
  expect(tried).toEqual({ fetch: 'failed', local: 'failed', file: 'failed', image: 'failed', socket: 'failed', inlineScript: 'failed', outside: 404 })
})

test('no permission is given, but to copy text', async () => {
  const answers = await launched.page.evaluate(async () => {
    const stateOf = async (name: string) => {
      const status: unknown = await Reflect.apply(navigator.permissions.query, navigator.permissions, [{ name }])
      return String(Reflect.get(Object(status), 'state'))
    }
    return {
      notification: await Notification.requestPermission(),
      location: await new Promise((resolve) =>
        navigator.geolocation.getCurrentPosition(
          () => resolve('given'),
          () => resolve('denied'),
        ),
      ),
      // Asked for and not tried: only a window in front may copy, and here none is.
      copying: await stateOf('clipboard-write'),
      pasting: await stateOf('clipboard-read'),
      camera: await navigator.mediaDevices.getUserMedia({ video: true }).then(
        () => 'given',
        () => 'denied',
      ),
    }
  })
  expect(answers).toEqual({ notification: 'denied', location: 'denied', camera: 'denied', copying: 'granted', pasting: 'denied' })
})

test('a page that is not ours gets no answer, even with our preload script', async () => {
  const answer: unknown = await launched.app.evaluate(
    async ({ BrowserWindow }, preload) => {
      const stranger = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true, contextIsolation: true } })
      try {
        await stranger.loadURL('app://kebu/index.html')
        const given: unknown = await stranger.webContents.executeJavaScript(`window.kebu.invoke('app.state', {}, 'x')`)
        return given
      } finally {
        stranger.destroy()
      }
    },
    join(root, 'out/preload/index.cjs'),
  )
  expect(answer).toMatchObject({ ok: false, error: { code: 'input.invalid' } })
})

test('what makes no sense is an error value, and the window lives', async () => {
  const { page } = launched
  const odd = await page.evaluate(async () => ({
    unknown: await window.kebu.invoke('base.explode', {}, 'a'),
    prototype: await window.kebu.invoke('__proto__', {}, 'b'),
    wrongInput: await window.kebu.invoke('app.openBase', { path: 5 }, 'c'),
    noBase: await window.kebu.invoke('base.describe', {}, 'd'),
  }))
  expect(odd).toMatchObject({
    unknown: { ok: false, error: { code: 'input.invalid' } },
    prototype: { ok: false, error: { code: 'input.invalid' } },
    wrongInput: { ok: false, error: { code: 'input.invalid' } },
    noBase: { ok: false, error: { code: 'base.none' } },
  })
  expect(await ask(page, 'app.state', {})).toMatchObject({ ok: true })
})

test('files the user did not choose cannot be named; a dropped file can', async () => {
  await withFolder(async (folder) => {
    const { page } = launched
    const path = await makeBase(join(folder, '别人的.kebu'))
    expect(await ask(page, 'app.openBase', { path, readOnly: false })).toMatchObject({ ok: false, error: { code: 'input.invalid' } })
    expect(await ask(page, 'import.inspect', { path: '/etc/passwd' })).toMatchObject({ ok: false, error: { code: 'input.invalid' } })

    const dropped = join(folder, '客户.csv')
    await writeFile(dropped, '客户名称\n甲\n')
    expect(await ask(page, 'app.showInFolder', { path: dropped })).toMatchObject({ ok: false, error: { code: 'input.invalid' } })
    await page.evaluate(() => document.body.append(Object.assign(document.createElement('input'), { type: 'file', id: 'drop' })))
    await page.setInputFiles('#drop', dropped)
    const named = await page.evaluate(() => {
      const input = document.querySelector('#drop')
      return window.kebu.pathOfDroppedFile(input instanceof HTMLInputElement ? input.files?.[0] : undefined)
    })
    expect(named).toBe(dropped)
    // Now only the missing base stands in the way.
    expect(await ask(page, 'import.inspect', { path: dropped })).toMatchObject({ ok: false, error: { code: 'base.none' } })
    expect(await page.evaluate(() => window.kebu.pathOfDroppedFile({ path: '/etc/passwd' }))).toBe('')
  })
})

// Last: Playwright waits for ever on a page that refused to go elsewhere.
test('the page opens no windows, goes nowhere and embeds nothing', async () => {
  const { app, page } = launched
  const before = page.url()
  expect(before).toMatch(/^app:\/\/kebu\//)
  expect(await page.evaluate(() => window.open('https://example.com/') === null)).toBe(true)
  await page.evaluate(() => {
    location.href = 'https://example.com/'
  })
  await page.evaluate(() => {
    const link = Object.assign(document.createElement('a'), { href: 'file:///etc/passwd' })
    document.body.append(link)
    link.click()
    link.remove()
  })
  await page.evaluate(() => {
    const frame = Object.assign(document.createElement('iframe'), { src: 'https://example.com/' })
    document.body.append(frame)
  })
  await still(page)
  expect(page.url()).toBe(before)
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
  const frames = page.frames().map((frame) => frame.url())
  expect(frames.filter((url) => url.includes('example.com'))).toEqual([])
})
