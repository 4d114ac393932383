import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdtemp, readFile, readdir, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../../scripts/lib/paths.mjs'
import { launchApp } from './support/app.ts'
import { makeBase, withFolder } from './support/bases.ts'
import { answerMessages, ask, chooseInMenu, messages, pickInDialogs, run, until } from './support/window.ts'
import { containing } from '../support/containing.ts'

const titles = (launched: Awaited<ReturnType<typeof launchApp>>) =>
  launched.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()
      .map((window) => window.getTitle())
      .sort(),
  )

test('a base named on the command line is open, and the restart finds it and the window where they were', () =>
  withFolder(async (folder) => {
    const path = await makeBase(join(folder, '客户.kebu'))
    const userData = join(folder, 'profile')
    const first = await launchApp({ userData, args: [path] })
    expect(await run(first.page, 'app.state', {})).toMatchObject({ openBase: path, readOnly: false, recent: [{ name: '客户', missing: false }] })
    expect(await titles(first)).toEqual(['客户 — 客簿'])
    await first.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setBounds({ x: 60, y: 50, width: 1111, height: 777 }))
    await first.close()
    expect(await readdir(folder)).toEqual(['profile', '客户.kebu'])

    const second = await launchApp({ userData })
    expect((await run(second.page, 'app.state', {})).openBase).toBe(path)
    expect(await second.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds())).toMatchObject({
      width: 1111,
      height: 777,
    })
    await run(second.page, 'app.closeBase', {})
    expect(await titles(second)).toEqual(['客簿'])
    await second.close()

    const third = await launchApp({ userData })
    expect((await run(third.page, 'app.state', {})).openBase).toBeNull()
    await third.close()
  }))

test('a second start brings the window that has the base to the front; another base gets a window of its own', () =>
  withFolder(async (folder) => {
    const path = await makeBase(join(folder, 'a.kebu'))
    const other = await makeBase(join(folder, 'b.kebu'), { sample: false })
    const userData = join(folder, 'profile')
    const launched = await launchApp({ userData, args: [path] })
    await run(launched.page, 'app.state', {})
    const executable = await launched.app.evaluate(({ app }) => app.getPath('exe'))
    const startAgain = async (base: string) => {
      const again = spawn(executable, ['--no-sandbox', '--disable-gpu', `--user-data-dir=${userData}`, root, base], { stdio: 'ignore' })
      await once(again, 'exit')
    }
    await launched.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize())
    await startAgain(path)
    await until(() => launched.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isMinimized() === false))
    expect(await titles(launched)).toEqual(['a — 客簿'])
    await startAgain(other)
    await until(async () => (await titles(launched)).length === 2)
    await until(async () => (await titles(launched)).includes('b — 客簿'))
    // The page asks for a base that the other window has.
    expect(await run(launched.page, 'app.openBase', { path: other })).toBeNull()
    expect(await titles(launched)).toEqual(['a — 客簿', 'b — 客簿'])
    await launched.close()
  }))

test('a base that another program holds is said to be in use, and can be looked at', () =>
  withFolder(async (folder) => {
    const path = await makeBase(join(folder, '客户.kebu'))
    const holder = spawn(process.execPath, [join(root, 'test/engine/store/holdBaseLock.ts'), path], { stdio: ['pipe', 'pipe', 'inherit'] })
    await once(holder.stdout, 'data')
    const launched = await launchApp()
    await pickInDialogs(launched.app, path)
    await answerMessages(launched.app, 1)
    expect(await run(launched.page, 'app.openBase', { path: null })).toBeNull()
    expect(await ask(launched.page, 'app.openBase', { path })).toMatchObject({
      ok: false,
      error: { code: 'base.inUse', message: { 'zh-CN': containing('以只读方式打开') } },
    })
    await answerMessages(launched.app, 0)
    await launched.app.evaluate(({ app }, file) => app.emit('second-instance', {}, ['electron', '.', file], '/'), path)
    await until(async () => (await run(launched.page, 'app.state', {})).openBase === path)
    expect(await messages(launched.app)).toEqual([containing('「客户.kebu」正在被另一个程序使用')])
    expect(await run(launched.page, 'app.state', {})).toMatchObject({ readOnly: true })
    expect(await titles(launched)).toEqual(['客户 — 客簿（只读）'])
    expect((await run(launched.page, 'base.describe', {})).tables).toHaveLength(4)
    expect(await ask(launched.page, 'tables.create', { name: 'x' })).toMatchObject({ ok: false, error: { code: 'base.readOnly' } })
    holder.kill()
    await launched.close()
  }))

test('damaged settings are put aside and the defaults taken', () =>
  withFolder(async (folder) => {
    const userData = join(folder, 'profile')
    const first = await launchApp({ userData, lang: 'en' })
    await run(first.page, 'app.saveSettings', { theme: 'dark' })
    await first.close()
    await writeFile(join(userData, 'settings.json'), '{"settings": {"theme": ')
    const second = await launchApp({ userData, lang: 'en' })
    expect((await run(second.page, 'app.state', {})).settings).toEqual({ lang: 'en', theme: 'system', sideBarFolded: false })
    const aside = (await readdir(userData)).find((name) => name.startsWith('settings.json.damaged'))
    expect(await readFile(join(userData, aside ?? ''), 'utf8')).toBe('{"settings": {"theme": ')
    await second.close()
  }))

test('theme and language are changed by the menu, remembered, and change the menu', () =>
  withFolder(async (folder) => {
    const userData = join(folder, 'profile')
    const first = await launchApp({ userData })
    const menu = () => first.app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map(({ label }) => label))
    const choose = (id: string) => chooseInMenu(first.app, id)
    await first.page.waitForSelector('#root > *')
    expect(await menu()).toEqual(['文件', '编辑', '视图', '窗口', '帮助'])
    await choose('view.theme.dark')
    await choose('view.lang.en')
    await until(async () => (await menu())?.[0] === 'File')
    expect(await run(first.page, 'app.state', {})).toMatchObject({ settings: { lang: 'en', theme: 'dark' }, isDark: true })
    await first.close()
    const second = await launchApp({ userData })
    expect(await run(second.page, 'app.state', {})).toMatchObject({ settings: { lang: 'en', theme: 'dark' }, isDark: true })
    await second.close()
  }))

test('a new base is made where the user says, and one that is there is not replaced', () =>
  withFolder(async (folder) => {
    const launched = await launchApp()
    await pickInDialogs(launched.app, null)
    expect(await run(launched.page, 'app.newBase', { sample: false })).toBeNull()
    const path = join(folder, '新客簿')
    await pickInDialogs(launched.app, path)
    expect(await run(launched.page, 'app.newBase', { sample: true })).toEqual({ path: `${path}.kebu` })
    expect((await run(launched.page, 'base.describe', {})).hasSampleData).toBe(true)
    expect(await ask(launched.page, 'app.newBase', { sample: true })).toMatchObject({ ok: false, error: { code: 'base.exists' } })
    // What was open still is.
    expect((await run(launched.page, 'app.state', {})).openBase).toBe(`${path}.kebu`)
    await launched.close()
  }))

test('a page that crashed is loaded again, with the base still open', () =>
  withFolder(async (folder) => {
    const path = await makeBase(join(folder, '客户.kebu'))
    const launched = await launchApp({ args: [path] })
    await run(launched.page, 'app.state', {})
    await answerMessages(launched.app, 0)
    await launched.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer())
    await until(async () => (await messages(launched.app)).length === 1)
    const state = () =>
      launched.app.evaluate(async ({ BrowserWindow }): Promise<unknown> => {
        const page = BrowserWindow.getAllWindows()[0]?.webContents
        if (page === undefined || page.isCrashed() || page.isLoading()) return null
        return page.executeJavaScript(`window.kebu.invoke('app.state', {}, 'after')`)
      })
    await until(async () => (await state()) !== null)
    expect(await state()).toMatchObject({ ok: true, value: { openBase: path } })
    await launched.close()
  }))

test('where the files of the window are missing, a sentence says what to do', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'kebu-app-'))
  await cp(join(root, 'out'), join(folder, 'out'), { recursive: true })
  await cp(join(root, 'package.json'), join(folder, 'package.json'))
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction')
  await rm(join(folder, 'out/renderer'), { recursive: true })
  const launched = await launchApp({ folder })
  await expect.poll(() => launched.page.textContent('body')).toMatch(/请重新安装客簿.*install Kebu again/s)
  await launched.close()
  await rm(folder, { recursive: true, force: true })
})
