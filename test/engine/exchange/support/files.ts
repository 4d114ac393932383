import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openWorkbook } from '#main/engine/exchange/read/openWorkbook.ts'
import type { Encoding, RawRow } from '#main/engine/exchange/read/workbook.ts'
import { temporaryFolder } from '../../support/temporaryBase.ts'

/** A file of the test's own. */
export function fileOf(name: string, content: string | Uint8Array): string {
  const path = join(temporaryFolder(), name)
  writeFileSync(path, content)
  return path
}

/** All rows of a file's sheets, by sheet name. */
export async function rowsOf(path: string, encoding: Encoding | null = null): Promise<Record<string, RawRow[]>> {
  const workbook = await openWorkbook(path, encoding)
  try {
    const sheets: Record<string, RawRow[]> = {}
    for (const sheet of workbook.sheets) {
      const rows: RawRow[] = []
      for await (const batch of sheet.rows()) for (const row of batch) rows.push(row)
      sheets[sheet.name] = rows
    }
    return sheets
  } finally {
    workbook.close()
  }
}
