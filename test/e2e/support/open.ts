import { join } from 'node:path'
import type { ElectronApplication, Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Lang } from '#shared/i18n/lang.ts'
import { translator, type Translate } from '#shared/i18n/translate.ts'
import { launchApp } from './app.ts'
import { makeBase, withFolder } from './bases.ts'
import { chooseInMenu } from './window.ts'

/** The two looks every screen is tried in. */
export const looks: readonly [Lang, 'light' | 'dark'][] = [
  ['zh-CN', 'light'],
  ['en', 'dark'],
]

type OpenOptions = {
  lang?: Lang
  theme?: 'light' | 'dark'
  /** Makes the base at this path; by default the sample book. */
  make?: (path: string) => Promise<unknown>
}

export type OpenBase = { app: ElectronApplication; page: Page; folder: string; t: Translate }

/** A real window over a base of its own, from the moment its rows are seen; what breaks in the page fails the test. */
export async function withOpenBase({ lang = 'zh-CN', theme = 'light', make }: OpenOptions, work: (open: OpenBase) => Promise<void>): Promise<void> {
  await withFolder(async (folder) => {
    const base = join(folder, 'book.kebu')
    await (make === undefined ? makeBase(base, { lang }) : make(base))
    const { app, page, close } = await launchApp({ userData: join(folder, 'profile'), args: [base], lang })
    const problems: string[] = []
    page.on('pageerror', (error) => problems.push(error.message))
    try {
      await page.locator('[role="gridcell"]').nth(30).waitFor()
      await chooseInMenu(app, `view.theme.${theme}`)
      await work({ app, page, folder, t: translator(lang) })
      expect(problems).toEqual([])
    } finally {
      await close()
    }
  })
}
