import { translator } from '../../i18n/translate.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import type { CellValue } from '../cell.ts'
import { readFiles } from '../file.ts'
import type { FormatContext, ParseFailure } from './kind.ts'

/** What a person reads of the files in a cell: their names. */
export function formatFiles(value: CellValue, { lang }: FormatContext): string {
  return readFiles(value)
    .map((file) => file.name)
    .join(translator(lang)('common.listSeparator'))
}

/** Files are chosen, dropped or pasted as such; a text is none. */
export function parseFiles(typed: string): Result<CellValue, ParseFailure> {
  return typed.trim() === '' ? ok(null) : fail('needsFiles')
}
