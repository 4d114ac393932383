import type { Lang } from '#shared/i18n/lang.ts'
import { translator } from '#shared/i18n/translate.ts'
import type { StoredFile } from '#shared/model/file.ts'
import { call } from '../client/call.ts'
import { errorOf } from '../client/clientError.ts'
import { notifyError, useNotices } from '../shell/notices.ts'
import { shownWork } from './storeFiles.ts'

type Named = Pick<StoredFile, 'hash' | 'name'>

/** Opens the file with the system's program for it. */
export function openOutside({ hash, name }: Named): void {
  call('app.openFile', { hash, name }).catch((thrown: unknown) => notifyError(errorOf(thrown)))
}

/** Asks where, then writes a copy of the file there. */
export async function saveCopy({ hash, name }: Named, lang: Lang): Promise<void> {
  const t = translator(lang)
  const place = await call('app.pickCopyPlace', { suggestedName: name }).catch((thrown: unknown) => {
    notifyError(errorOf(thrown))
    return null
  })
  if (place === null) return
  const { path } = place
  const copied = await shownWork(t('files.saving', { name }), lang, (tell, signal) =>
    call('files.copy', { hash, path }, { signal, onProgress: ({ done, total }) => tell(done, total) }),
  )
  if (copied === null) return
  useNotices.getState().notify({
    tone: 'done',
    text: (t) => t('files.savedCopy', { place: place.name }),
    action: {
      label: (t) => t('files.showInFolder'),
      run: () => void call('app.showInFolder', { path }).catch((thrown: unknown) => notifyError(errorOf(thrown))),
    },
  })
}
