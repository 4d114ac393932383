import type { Lang } from '#shared/i18n/lang.ts'
import { translator } from '#shared/i18n/translate.ts'
import type { GivenFiles } from './storeFiles.ts'

/** Files that were dropped or pasted: those of the disk by their paths, others, such as a picture of the clipboard, by their bytes. */
export async function givenFiles(files: readonly File[], lang: Lang): Promise<GivenFiles> {
  const given: GivenFiles = { paths: [], pasted: [] }
  for (const file of files) {
    const path = window.kebu.pathOfDroppedFile(file)
    if (path === '') given.pasted.push({ name: pastedName(file, lang), bytes: new Uint8Array(await file.arrayBuffer()) })
    else given.paths.push(path)
  }
  return given
}

/** Whether a drag brings files. */
export const bringsFiles = (data: DataTransfer | null): boolean => data?.types.includes('Files') === true

/** The picture or the files in a clipboard; none where it holds text, which is meant then. */
export function pastedFiles(data: DataTransfer | null): File[] {
  return data === null || data.getData('text/plain') !== '' ? [] : [...data.files]
}

/** The moment, for names of files: `2026-11-26 14.05.09`. */
export function momentName(now = new Date()): string {
  const two = (part: number) => String(part).padStart(2, '0')
  const day = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
  return `${day} ${two(now.getHours())}.${two(now.getMinutes())}.${two(now.getSeconds())}`
}

/** Every picture of the clipboard is called image.png; when it was taken tells more. */
function pastedName(file: File, lang: Lang): string {
  return file.name === 'image.png' || file.name === '' ? translator(lang)('files.pastedName', { at: momentName() }) : file.name
}
