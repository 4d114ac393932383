import { extensionOf } from '#shared/lib/fileName.ts'

/** The kinds of files that are told apart by colour; the letters on the sign say the rest. */
export type SignColor = 'document' | 'sheet' | 'slides' | 'pdf' | 'picture' | 'other'

/** What stands on the sign of a file that is not shown as a picture. */
export function fileSign({ name, type }: { name: string; type: string }): { letters: string; color: SignColor } {
  const extension = extensionOf(name)
  return {
    letters: extension
      .replace(/^(doc|xls|ppt)x$/u, '$1')
      .slice(0, 4)
      .toUpperCase(),
    color: colors[extension] ?? (type.startsWith('image/') ? 'picture' : 'other'),
  }
}

const colors: Readonly<Record<string, SignColor>> = {
  doc: 'document',
  docx: 'document',
  wps: 'document',
  odt: 'document',
  txt: 'document',
  md: 'document',
  xls: 'sheet',
  xlsx: 'sheet',
  et: 'sheet',
  csv: 'sheet',
  ods: 'sheet',
  ppt: 'slides',
  pptx: 'slides',
  dps: 'slides',
  pdf: 'pdf',
}
