import { dialog, type BrowserWindow, type FileFilter } from 'electron'
import { extname, join } from 'node:path'
import type { AppError } from '#shared/contract/error.ts'
import type { Lang } from '#shared/i18n/lang.ts'
import { translator } from '#shared/i18n/translate.ts'

/** The file dialogs and message boxes of the operating system, in the user's language. Null when the user cancels. */
export type Dialogs = {
  pickNewBase(window: BrowserWindow): Promise<string | null>
  pickBase(window: BrowserWindow): Promise<string | null>
  pickImport(window: BrowserWindow): Promise<string | null>
  pickScheme(window: BrowserWindow): Promise<string | null>
  pickFolder(window: BrowserWindow): Promise<string | null>
  pickSave(window: BrowserWindow, suggestedName: string, format: 'xlsx' | 'csv' | 'pdf' | 'png' | 'json'): Promise<string | null>
  /** Any number of files to put into the base; none when the user cancels. */
  pickFiles(window: BrowserWindow, picturesOnly: boolean): Promise<string[]>
  /** Where a copy of a file goes, under whatever ending it has. */
  pickCopyPlace(window: BrowserWindow, suggestedName: string): Promise<string | null>
  /** Says why a base was not opened; true when the user wants it read-only. */
  sayNotOpened(window: BrowserWindow, error: AppError): Promise<boolean>
  /** Closing would stop an import that is under way. */
  sayImporting(window: BrowserWindow): Promise<'stay' | 'close'>
  sayPageGone(window: BrowserWindow): Promise<'reload' | 'close'>
  sayPageHangs(window: BrowserWindow): Promise<'wait' | 'reload'>
}

export function dialogsFor(options: { lang: () => Lang; documents: () => string }): Dialogs {
  const text = () => translator(options.lang())

  async function save(window: BrowserWindow, title: string, name: string, filter: FileFilter): Promise<string | null> {
    const { canceled, filePath } = await dialog.showSaveDialog(window, { title, defaultPath: join(options.documents(), name), filters: [filter] })
    const extension = filter.extensions[0] ?? ''
    if (canceled || filePath === '') return null
    return extname(filePath).toLowerCase() === `.${extension}` ? filePath : `${filePath}.${extension}`
  }

  async function open(window: BrowserWindow, title: string, filters: FileFilter[]): Promise<string | null> {
    const { canceled, filePaths } = await dialog.showOpenDialog(window, { title, properties: ['openFile'], filters })
    return canceled ? null : (filePaths[0] ?? null)
  }

  async function ask<Choice>(window: BrowserWindow, message: string, choices: readonly [Choice, string][]): Promise<Choice | undefined> {
    const buttons = choices.map(([, label]) => label)
    const { response } = await dialog.showMessageBox(window, {
      type: 'warning',
      message,
      buttons,
      defaultId: 0,
      cancelId: buttons.length - 1,
      noLink: true,
    })
    return choices[response]?.[0]
  }

  return {
    pickNewBase: (window) =>
      save(window, text()('dialogs.newBaseTitle'), `${text()('dialogs.newBaseName')}.kebu`, { name: text()('dialogs.bases'), extensions: ['kebu'] }),
    pickBase: (window) =>
      open(window, text()('dialogs.openBaseTitle'), [
        { name: text()('dialogs.bases'), extensions: ['kebu'] },
        { name: text()('dialogs.allFiles'), extensions: ['*'] },
      ]),
    pickImport: (window) =>
      open(window, text()('dialogs.importTitle'), [
        { name: text()('dialogs.workbooks'), extensions: ['xlsx', 'xlsm', 'xls', 'xlsb', 'ods', 'csv', 'txt', 'tsv'] },
        { name: text()('dialogs.allFiles'), extensions: ['*'] },
      ]),
    pickScheme: (window) =>
      open(window, text()('dialogs.schemeTitle'), [
        { name: text()('dialogs.json'), extensions: ['json'] },
        { name: text()('dialogs.allFiles'), extensions: ['*'] },
      ]),
    pickFolder: async (window) => {
      const { canceled, filePaths } = await dialog.showOpenDialog(window, {
        title: text()('dialogs.folderTitle'),
        properties: ['openDirectory', 'createDirectory'],
      })
      return canceled ? null : (filePaths[0] ?? null)
    },
    pickSave: (window, suggestedName, format) =>
      save(window, text()('dialogs.saveTitle'), suggestedName, { name: text()(`dialogs.${format}`), extensions: [format] }),
    pickFiles: async (window, picturesOnly) => {
      const all = { name: text()('dialogs.allFiles'), extensions: ['*'] }
      const pictures = {
        name: text()('dialogs.pictures'),
        extensions: ['png', 'jpg', 'jpeg', 'gif', 'webp', 'bmp', 'avif', 'heic', 'tif', 'tiff', 'svg'],
      }
      const { canceled, filePaths } = await dialog.showOpenDialog(window, {
        title: text()('dialogs.addFilesTitle'),
        properties: ['openFile', 'multiSelections'],
        filters: picturesOnly ? [pictures, all] : [all],
      })
      return canceled ? [] : filePaths
    },
    pickCopyPlace: async (window, suggestedName) => {
      const { canceled, filePath } = await dialog.showSaveDialog(window, {
        title: text()('dialogs.saveTitle'),
        defaultPath: join(options.documents(), suggestedName),
      })
      return canceled || filePath === '' ? null : filePath
    },
    sayNotOpened: async (window, error) => {
      const t = text()
      const message = error.message[options.lang()]
      const choice = canStillBeRead(error)
        ? await ask(window, message, [
            ['readOnly', t('dialogs.openReadOnly')],
            ['cancel', t('dialogs.cancel')],
          ])
        : await ask(window, message, [['cancel', t('dialogs.ok')]])
      return choice === 'readOnly'
    },
    sayImporting: async (window) =>
      (await ask(window, text()('dialogs.importing'), [
        ['stay', text()('dialogs.goOnImporting')],
        ['close', text()('dialogs.stopImporting')],
      ])) ?? 'stay',
    sayPageGone: async (window) =>
      (await ask(window, text()('dialogs.pageGone'), [
        ['reload', text()('dialogs.reload')],
        ['close', text()('dialogs.closeWindow')],
      ])) ?? 'close',
    sayPageHangs: async (window) =>
      (await ask(window, text()('dialogs.pageHangs'), [
        ['wait', text()('dialogs.wait')],
        ['reload', text()('dialogs.reload')],
      ])) ?? 'wait',
  }
}

/** Errors that stand in the way of writing only. */
const mayOpenReadOnly: ReadonlySet<AppError['code']> = new Set<AppError['code']>(['base.inUse', 'base.fileReadOnly', 'base.cannotWrite'])

export const canStillBeRead = (error: AppError): boolean => mayOpenReadOnly.has(error.code)
