import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, extname, join } from 'node:path'
import { writeXlsx } from 'hucre'
import type { Lang } from '#shared/i18n/lang.ts'
import { translator } from '#shared/i18n/translate.ts'
import { rawText } from '../read/rawText.ts'
import type { RawCell } from '../read/workbook.ts'
import type { RejectedRow, Rejections } from './rejections.ts'

type Cell = string | number | boolean | null

/** The most rows of one sheet in the file; a sheet rejected wholesale was mapped wrongly, and is corrected there. */
const mostRows = 100_000

/**
 * Writes the rejected rows as a workbook with the columns of their sheets, the reasons and the row numbers behind them,
 * so that they can be corrected and imported again. Beside the source if that folder can be written.
 */
export async function writeRejectionFile(
  rejections: Rejections,
  headersOf: (sheet: string) => readonly string[],
  place: { source: string; folder: string | null; lang: Lang },
): Promise<string | null> {
  if (rejections.count === 0) return null
  const t = translator(place.lang)
  const sheets = []
  for (const sheet of rejections.sheets()) {
    const rejected: RejectedRow[] = []
    for await (const row of rejections.rows(sheet)) {
      if (rejected.length === mostRows) break
      rejected.push(row)
    }
    const headers = headersOf(sheet)
    const width = Math.max(headers.length, ...rejected.slice(0, 1000).map((row) => row.cells.length))
    const rows: Cell[][] = [
      [...padded(headers, width), t('exchange.reason'), t('exchange.row')],
      ...rejected.map((row) => [...padded(row.cells.map(writtenCell), width), reasonText(row, place.lang), row.number]),
    ]
    sheets.push({ name: sheet, rows, freezePane: { rows: 1 } })
  }
  const bytes = await writeXlsx({ sheets })
  const name = `${basename(place.source, extname(place.source))}-${t('exchange.rejectedRows')}`
  return firstWritable([place.folder ?? dirname(place.source), tmpdir()], name, bytes)
}

async function firstWritable(folders: readonly string[], name: string, bytes: Uint8Array): Promise<string | null> {
  for (const folder of folders) {
    const path = freePath(folder, name)
    try {
      await writeFile(path, bytes, { flag: 'wx' })
      return path
    } catch {
      // A folder that cannot be written, such as a CD: the next one will do.
    }
  }
  return null
}

function freePath(folder: string, name: string): string {
  for (let number = 1; ; number += 1) {
    const path = join(folder, `${name}${number === 1 ? '' : ` ${number}`}.xlsx`)
    if (!existsSync(path)) return path
  }
}

function padded<Value>(cells: readonly Value[], width: number): (Value | null)[] {
  return Array.from({ length: width }, (_, index) => cells[index] ?? null)
}

/** Numbers stay numbers, but for those of which Excel would show only some digits. */
function writtenCell(raw: RawCell): Cell {
  if (raw === null || typeof raw === 'boolean') return raw
  if (typeof raw === 'number' && Math.abs(raw) < 1e11) return raw
  return rawText(raw)
}

/** 「电话」不是数字：abc；「日期」… */
function reasonText(row: RejectedRow, lang: Lang): string {
  const t = translator(lang)
  return row.problems
    .map(({ column, value, reason }) => {
      const sentence = t(`importWizard.reason.${reason}`)
      if (column === null) return sentence
      return value === ''
        ? t('exchange.cellReason', { column, reason: sentence })
        : t('exchange.cellReasonValue', { column, reason: sentence, value })
    })
    .join(lang === 'zh-CN' ? '；' : '; ')
}
