import type { z } from 'zod'
import type { BaseDescription } from '#shared/contract/base.ts'
import type { encodingSchema, ImportPlan } from '#shared/contract/exchange.ts'
import type { Destination, ImportDraft, SheetDraft } from '#shared/importing/draft.ts'
import { importPlan } from '#shared/importing/importPlan.ts'
import { openDraft, redirectSheet } from '#shared/importing/openDraft.ts'
import { named } from './named.ts'
import type { Terminal } from './terminal.ts'
import { UsageError } from './usageError.ts'
import type { RunOperation } from './withBase.ts'

/** What was said on the command line; the rest is guessed as the window's wizard does. */
export type ImportWishes = {
  sheets: string[]
  table: string | null
  mode: SheetDraft['mode'] | null
  keys: string[]
  missingLinks: SheetDraft['missingLinks'] | null
  encoding: z.infer<typeof encodingSchema> | null
}

export async function guessPlan(run: RunOperation, path: string, wishes: ImportWishes, t: Terminal['t']): Promise<ImportPlan> {
  const base = await run('base.describe', {})
  const preview = await run('import.inspect', { path, encoding: wishes.encoding })
  const draft = openDraft(path, preview, base)
  const chosen = chooseSheets(draft, wishes, t).map((sheet) => (sheet.included ? asWished(sheet, base, wishes, t) : sheet))
  const plan = importPlan({ ...draft, sheets: chosen })
  if (plan === null) throw new UsageError(t('cli.nothingToImport'))
  return plan
}

function chooseSheets(draft: ImportDraft, { sheets }: ImportWishes, t: Terminal['t']): SheetDraft[] {
  if (sheets.length === 0) return draft.sheets
  const names = draft.sheets.map(({ sheet }) => ({ name: sheet }))
  const wanted = new Set(sheets.map((name) => named(names, name, (words) => t('cli.unknownSheet', words)).name))
  return draft.sheets.map((sheet) => ({ ...sheet, included: wanted.has(sheet.sheet) }))
}

function asWished(sheet: SheetDraft, base: BaseDescription, wishes: ImportWishes, t: Terminal['t']): SheetDraft {
  const sent = wishes.table === null ? sheet : redirectSheet(sheet, destinationOf(base, wishes.table), base)
  const headers = sent.columns.map(({ header, index }) => ({ name: header, index }))
  const keys = wishes.keys.map((name) => named(headers, name, (words) => t('cli.unknownSheetColumn', words)).index)
  return {
    ...sent,
    mode: wishes.mode ?? (keys.length > 0 && sent.mode === 'add' ? 'addOrUpdate' : sent.mode),
    matchIndexes: keys.length > 0 ? keys : sent.matchIndexes,
    missingLinks: wishes.missingLinks ?? sent.missingLinks,
  }
}

function destinationOf(base: BaseDescription, name: string): Destination {
  const table = base.tables.find((one) => one.name === name || one.role === name)
  return table === undefined ? { newTable: name } : { tableId: table.id }
}
