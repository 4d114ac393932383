import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, type ElectronApplication, type Page } from 'playwright-core'
import { setUp } from '../../../scripts/setup/setUp.mjs'
import { chromiumFlags } from '../../../scripts/lib/electronEnv.mjs'
import { root } from '../../../scripts/lib/paths.mjs'
import { still } from './still.ts'

export type LaunchOptions = {
  /** Folder of settings and recent bases; kept on close when given, so that a restart finds it. */
  userData?: string
  /** The folder of the built app, when it is not the checkout. */
  folder?: string
  /** What the app gets after its own folder: a base to open, flags. */
  args?: readonly string[]
  lang?: 'zh-CN' | 'en'
  theme?: 'light' | 'dark'
  env?: Readonly<Record<string, string>>
}

export type LaunchedApp = {
  app: ElectronApplication
  page: Page
  userData: string
  close(): Promise<void>
}

/** An app folder that starts the built app under Playwright. */
const starter = join(root, 'scripts', 'testApp')

/** Starts the built app in a real window with a data folder of its own. */
export async function launchApp(options: LaunchOptions = {}): Promise<LaunchedApp> {
  const electron = await setUp()
  const userData = options.userData ?? (await mkdtemp(join(tmpdir(), 'kebu-e2e-')))
  const virtualDisplay = process.env['KEBU_VIRTUAL_DISPLAY'] === '1'
  const app = await _electron.launch({
    executablePath: electron.executable,
    args: [
      ...chromiumFlags({ virtualDisplay }),
      `--user-data-dir=${userData}`,
      `--lang=${options.lang ?? 'zh-CN'}`,
      starter,
      ...(options.args ?? []),
    ],
    cwd: root,
    env: { ...definedOf(process.env), KEBU_TEST_APP: options.folder ?? root, ...options.env },
    colorScheme: options.theme ?? 'light',
    timeout: 60_000,
  })
  const page = await app.firstWindow()
  // Slow computers are waited for: what is there at once costs no time.
  page.setDefaultTimeout(60_000)
  await page.waitForLoadState('domcontentloaded')
  return {
    app,
    page,
    userData,
    close: async () => {
      await app.close()
      if (options.userData === undefined) await rm(userData, { recursive: true, force: true })
    },
  }
}

/** Saves what the window shows, once it stands still, to `test-results/screens/<name>.png`, for a person to look at. */
export async function screenshot(page: Page, name: string): Promise<string> {
  const folder = join(root, 'test-results', 'screens')
  await mkdir(folder, { recursive: true })
  const path = join(folder, `${name}.png`)
  await still(page)
  await page.screenshot({ path })
  return path
}

function definedOf(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(Object.entries(env).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])))
}
