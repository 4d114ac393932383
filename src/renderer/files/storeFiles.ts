import type { Lang } from '#shared/i18n/lang.ts'
import { translator } from '#shared/i18n/translate.ts'
import type { StoredFile } from '#shared/model/file.ts'
import { create } from 'zustand'
import { call } from '../client/call.ts'
import { errorOf } from '../client/clientError.ts'
import { notifyError } from '../shell/notices.ts'

/** Files on their way into the base, or out of it, as far as they have come. */
export type FileWork = { text: string; done: number; total: number | null; cancel: () => void }

/** The work under way, shown at the foot of the window; null when there is none. */
export const useFileWork = create<{ work: FileWork | null }>(() => ({ work: null }))

/** What a person wants to put into a cell, before it is in the base. */
export type GivenFiles = { paths: string[]; pasted: { name: string; bytes: Uint8Array }[] }

/** Takes files into the base; none when that failed, which is said, or was cancelled. */
export async function storeFiles(given: GivenFiles, options: { picturesOnly: boolean; lang: Lang }): Promise<StoredFile[]> {
  const { picturesOnly, lang } = options
  const count = given.paths.length + given.pasted.length
  if (count === 0) return []
  const text = translator(lang)('files.working', { count })
  const stored = await shownWork(text, lang, (tell, signal) =>
    call('files.store', { ...given, picturesOnly }, { signal, onProgress: ({ done, total }) => tell(done, total) }),
  )
  return stored ?? []
}

/** Asks for files and takes them into the base. */
export async function pickAndStore(options: { picturesOnly: boolean; lang: Lang }): Promise<StoredFile[]> {
  try {
    const picked = await call('app.pickFiles', { picturesOnly: options.picturesOnly })
    return await storeFiles({ paths: picked.map(({ path }) => path), pasted: [] }, options)
  } catch (thrown) {
    notifyError(errorOf(thrown))
    return []
  }
}

/** Runs long work with files while its progress is seen and can be stopped; null when it failed. */
export async function shownWork<Value>(
  text: string,
  lang: Lang,
  work: (tell: (done: number, total: number | null) => void, signal: AbortSignal) => Promise<Value>,
): Promise<Value | null> {
  const controller = new AbortController()
  const cancel = () => controller.abort()
  const tell = (done: number, total: number | null) => useFileWork.setState({ work: { text, done, total, cancel } })
  // Small files are there before anybody could read that they are on their way.
  const timer = setTimeout(() => tell(0, null), 400)
  try {
    return await work((done, total) => {
      if (useFileWork.getState().work !== null) tell(done, total)
    }, controller.signal)
  } catch (thrown) {
    notifyError(errorOf(thrown))
    return null
  } finally {
    clearTimeout(timer)
    useFileWork.setState({ work: null })
  }
}
