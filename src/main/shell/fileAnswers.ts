import { basename } from 'node:path'
import { appOperations, type PickedFile } from '#shared/contract/app.ts'
import { Failure } from '#shared/contract/failure.ts'
import { appError } from '#shared/i18n/appError.ts'
import { safeFileName } from '#shared/lib/fileName.ts'
import { answering, type AppAnswers } from '../ipc/answering.ts'
import type { GrantedPaths } from '../ipc/grantedPaths.ts'
import type { WindowDesk } from './desk.ts'
import type { Dialogs } from './dialogs.ts'
import type { OpenOutside } from './openOutside.ts'

type FileAnswers = Pick<AppAnswers, 'app.pickFiles' | 'app.pickCopyPlace' | 'app.openFile'>

/** What the shell does about files of the base: asks which and where, opens them with other programs. */
export function fileAnswers(desk: WindowDesk, world: { dialogs: Dialogs; granted: GrantedPaths; openOutside: OpenOutside }): FileAnswers {
  const { dialogs, granted, openOutside } = world

  function picked(path: string): PickedFile {
    granted.grant(path)
    return { path, name: basename(path) }
  }

  return {
    'app.pickFiles': answering(appOperations['app.pickFiles'], async ({ picturesOnly }) =>
      (await dialogs.pickFiles(desk.window, picturesOnly)).map(picked),
    ),
    'app.pickCopyPlace': answering(appOperations['app.pickCopyPlace'], async ({ suggestedName }) => {
      const path = await dialogs.pickCopyPlace(desk.window, safeFileName(suggestedName))
      return path === null ? null : picked(path)
    }),
    'app.openFile': answering(appOperations['app.openFile'], async (file) => {
      const host = desk.host()
      if (host === null) throw new Failure(appError('base.none'))
      await openOutside(host, file)
      return null
    }),
  }
}
