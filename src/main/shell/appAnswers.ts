import { app, nativeTheme, shell } from 'electron'
import { existsSync } from 'node:fs'
import { basename, join } from 'node:path'
import { appOperations, type AppState } from '#shared/contract/app.ts'
import { Failure } from '#shared/contract/failure.ts'
import { appError } from '#shared/i18n/appError.ts'
import { safeFileName } from '#shared/lib/fileName.ts'
import { translator } from '#shared/i18n/translate.ts'
import { answering, type AppAnswers } from '../ipc/answering.ts'
import type { GrantedPaths } from '../ipc/grantedPaths.ts'
import type { Bases } from './bases.ts'
import type { WindowDesk } from './desk.ts'
import { canStillBeRead, type Dialogs } from './dialogs.ts'
import { fileAnswers } from './fileAnswers.ts'
import type { OpenOutside } from './openOutside.ts'
import type { Preferences } from './preferences.ts'
import type { PrintReport } from './printReport.ts'
import { writeWhole } from './writeWhole.ts'

/** What the shell does for one window. */
export function appAnswers(
  desk: WindowDesk,
  world: {
    bases: Bases
    dialogs: Dialogs
    preferences: Preferences
    granted: GrantedPaths
    printReport: PrintReport
    openOutside: OpenOutside
    documents: () => string
    openBeside: (path: string, readOnly: boolean) => Promise<{ path: string } | null>
    onSettings: () => void
  },
): AppAnswers {
  const { bases, dialogs, preferences, granted, printReport, documents, openBeside, onSettings } = world

  async function state(): Promise<AppState> {
    await desk.opening
    const host = desk.host()
    return {
      settings: preferences.settings(),
      recent: preferences.recent(),
      openBase: host?.path ?? null,
      readOnly: host?.readOnly ?? false,
      version: app.getVersion(),
      platform: process.platform,
      isDark: nativeTheme.shouldUseDarkColors,
    }
  }

  function picked(path: string | null): { path: string; name: string } | null {
    if (path === null) return null
    granted.grant(path)
    return { path, name: basename(path) }
  }

  async function openSample(): Promise<{ path: string }> {
    const { lang } = preferences.settings()
    const path = join(documents(), `${translator(lang)('dialogs.sampleName')}.kebu`)
    if (!existsSync(path)) return bases.create(desk, path, { sample: true, lang })
    return (await bases.open(desk, path, false)) ?? { path }
  }

  /** The page does not learn which file was picked, so the offer to open it read-only is made here. */
  async function openPicked(path: string): Promise<{ path: string } | null> {
    try {
      return await bases.open(desk, path, false)
    } catch (error) {
      if (!(error instanceof Failure) || !canStillBeRead(error.error)) throw error
      return (await dialogs.sayNotOpened(desk.window, error.error)) ? bases.open(desk, path, true) : null
    }
  }

  return {
    ...fileAnswers(desk, world),
    'app.state': answering(appOperations['app.state'], state),
    'app.saveSettings': answering(appOperations['app.saveSettings'], (change) => {
      const settings = preferences.saveSettings(change)
      onSettings()
      return settings
    }),
    'app.newBase': answering(appOperations['app.newBase'], async ({ sample }) => {
      const path = await dialogs.pickNewBase(desk.window)
      return path === null ? null : bases.create(desk, path, { sample, lang: preferences.settings().lang })
    }),
    'app.openSample': answering(appOperations['app.openSample'], openSample),
    'app.openBase': answering(appOperations['app.openBase'], async ({ path: named, readOnly }) => {
      const path = named ?? (await dialogs.pickBase(desk.window))
      if (path === null) return null
      // Also when it does not open: the window may offer to open it read-only.
      granted.grant(path)
      return named === null ? openPicked(path) : bases.open(desk, path, readOnly)
    }),
    'app.closeBase': answering(appOperations['app.closeBase'], async () => {
      await bases.close(desk)
      return null
    }),
    'app.forgetRecent': answering(appOperations['app.forgetRecent'], ({ path }) => {
      preferences.forgetRecent(path)
      onSettings()
      return preferences.recent()
    }),
    'app.openBeside': answering(appOperations['app.openBeside'], ({ path, readOnly }) => openBeside(path, readOnly)),
    'app.pickFolder': answering(appOperations['app.pickFolder'], async () => picked(await dialogs.pickFolder(desk.window))),
    'app.pickImportFile': answering(appOperations['app.pickImportFile'], async () => picked(await dialogs.pickImport(desk.window))),
    'app.pickSaveFile': answering(appOperations['app.pickSaveFile'], async ({ suggestedName, format }) =>
      picked(await dialogs.pickSave(desk.window, safeFileName(suggestedName), format)),
    ),
    'app.pickSchemeFile': answering(appOperations['app.pickSchemeFile'], async () => picked(await dialogs.pickScheme(desk.window))),
    'app.reportPdf': answering(appOperations['app.reportPdf'], async ({ path, from, to }) => {
      const host = desk.host()
      if (host === null) throw new Failure(appError('base.none'))
      await printReport(host, path, { from, to, lang: preferences.settings().lang })
      return { path }
    }),
    'app.savePicture': answering(appOperations['app.savePicture'], async ({ suggestedName, png }) => {
      const file = picked(await dialogs.pickSave(desk.window, safeFileName(suggestedName), 'png'))
      if (file !== null) await writeWhole(file.path, Buffer.from(png, 'base64'))
      return file
    }),
    'app.openUrl': answering(appOperations['app.openUrl'], async ({ url }) => {
      await shell.openExternal(url)
      return null
    }),
    'app.showInFolder': answering(appOperations['app.showInFolder'], ({ path }) => {
      if (!existsSync(path)) throw new Failure(appError('file.notFound', { name: basename(path) }))
      shell.showItemInFolder(path)
      return null
    }),
  }
}
