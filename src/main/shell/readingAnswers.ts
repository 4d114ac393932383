import { app } from 'electron'
import { appOperations } from '#shared/contract/app.ts'
import { appError } from '#shared/i18n/appError.ts'
import { answering, type Answering, type AppAnswers } from '../ipc/answering.ts'
import type { Preferences } from './preferences.ts'

/** What the shell does for a page that is only printed: it may know the settings, and ask for nothing. */
export function readingAnswers(preferences: Preferences): AppAnswers {
  const refuse: Answering = async () => ({ ok: false, error: appError('input.invalid') })
  const state = answering(appOperations['app.state'], () => ({
    settings: preferences.settings(),
    recent: [],
    openBase: null,
    readOnly: true,
    version: app.getVersion(),
    platform: process.platform,
    isDark: false,
  }))
  return {
    'app.state': state,
    'app.saveSettings': refuse,
    'app.newBase': refuse,
    'app.openSample': refuse,
    'app.openBase': refuse,
    'app.closeBase': refuse,
    'app.forgetRecent': refuse,
    'app.openBeside': refuse,
    'app.pickFolder': refuse,
    'app.pickImportFile': refuse,
    'app.pickSaveFile': refuse,
    'app.pickSchemeFile': refuse,
    'app.reportPdf': refuse,
    'app.savePicture': refuse,
    'app.openUrl': refuse,
    'app.pickFiles': refuse,
    'app.pickCopyPlace': refuse,
    'app.openFile': refuse,
    'app.showInFolder': refuse,
  }
}
