import type { BrowserWindow } from 'electron'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Answer } from '#shared/contract/answer.ts'
import type { BaseDescription } from '#shared/contract/base.ts'
import type { OperationInput, OperationName, OperationOutput } from '#shared/contract/engine.ts'
import { Failure } from '#shared/contract/failure.ts'
import { localMinute } from '#shared/lib/days.ts'
import type { CellValue } from '#shared/model/cell.ts'
import type { ColumnRole } from '#shared/model/roles.ts'
import type { Lang } from '#shared/i18n/lang.ts'
import { translator } from '#shared/i18n/translate.ts'
import type { Program } from './program.ts'

/**
 * `--main-job`: makes the sample base, opens it in a window, writes a follow-up as the page would,
 * and leaves the report (PDF, xlsx) and a picture of the window in the folder. Writes their paths to the output.
 */
export async function doMainJob(folder: string, { windows, bases, preferences, printReport }: Program): Promise<void> {
  await mkdir(folder, { recursive: true })
  const { lang } = preferences.settings()
  const workshop = await mkdtemp(join(tmpdir(), 'kebu-main-job-'))
  const desk = windows.open()
  const { window } = desk
  try {
    await bases.create(desk, join(workshop, `${translator(lang)('dialogs.sampleName')}.kebu`), { sample: true, lang })
    await until('the grid shows its rows', () => gridHasRows(window))
    await addFollowUp(window, lang)
    const written = { reportPdf: join(folder, 'report.pdf'), reportXlsx: join(folder, 'report.xlsx'), screenshot: join(folder, 'window.png') }
    const host = desk.host()
    if (host === null) throw new Error('the base was closed')
    await printReport(host, written.reportPdf, { from: null, to: null, lang })
    valueOf(await host.run('report.xlsx', { lang, path: written.reportXlsx }))
    await writeFile(written.screenshot, (await window.webContents.capturePage()).toPNG())
    process.stdout.write(`${JSON.stringify(written)}\n`)
  } finally {
    await desk.clear()
    await rm(workshop, { recursive: true, force: true })
  }
}

async function addFollowUp(window: BrowserWindow, lang: Lang): Promise<void> {
  const base = await ask(window, 'base.describe', {})
  const role = columnsByRole(base)
  const customers = role('customer.name')
  const followUpLink = role('followUp.customer')
  const page = await ask(window, 'rows.page', {
    tableId: customers.tableId,
    query: { filter: null, sorts: [], groups: [], search: '' },
    columnIds: [customers.id],
    offset: 0,
    limit: 1,
  })
  const first = page.items[0]
  if (first?.kind !== 'row') throw new Error('the sample base has no customers')
  const before = await lastFollowUp(window, base, first.id)
  const method = role('followUp.method')
  const cells: { columnId: number; value: CellValue }[] = [
    { columnId: role('followUp.time').id, value: localMinute(new Date()) },
    { columnId: method.id, value: method.type === 'singleSelect' ? (method.settings.options[0]?.id ?? null) : null },
    { columnId: role('followUp.content').id, value: translator(lang)('dialogs.mainJobFollowUp') },
  ]
  await ask(window, 'rows.insert', { tableId: followUpLink.tableId, rows: [{ cells, links: [{ columnId: followUpLink.id, rowIds: [first.id] }] }] })
  if ((await lastFollowUp(window, base, first.id)) === before) throw new Error('the last follow-up time did not update itself')
}

async function lastFollowUp(window: BrowserWindow, base: BaseDescription, rowId: number): Promise<CellValue> {
  const column = columnsByRole(base)('customer.lastFollowUpTime')
  const row = await ask(window, 'rows.get', { tableId: column.tableId, rowId })
  return row.cells[column.id] ?? null
}

function columnsByRole(base: BaseDescription) {
  return (role: ColumnRole) => {
    const column = base.columns.find((one) => one.role === role)
    if (column === undefined) throw new Error(`the sample base has no column ${role}`)
    return column
  }
}

let calls = 0

/** Calls an operation as the page does: through the preload script, the dispatcher and the host. */
async function ask<Name extends OperationName>(window: BrowserWindow, name: Name, input: OperationInput<Name>): Promise<OperationOutput<Name>> {
  const call = [name, input, `main-job-${calls++}`].map((part) => JSON.stringify(part)).join(', ')
  const answer: unknown = await window.webContents.executeJavaScript(`window.kebu.invoke(${call})`)
  if (!isAnswer<OperationOutput<Name>>(answer)) throw new Error(`${name}: no answer`)
  return valueOf(answer)
}

function isAnswer<Value>(answer: unknown): answer is Answer<Value> {
  return typeof answer === 'object' && answer !== null && 'ok' in answer
}

function valueOf<Value>(answer: Answer<Value>): Value {
  if (!answer.ok) throw new Failure(answer.error)
  return answer.value
}

async function gridHasRows(window: BrowserWindow): Promise<boolean> {
  const found: unknown = await window.webContents.executeJavaScript(`document.querySelectorAll('[role="gridcell"]').length > 20`)
  return found === true
}

async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  const started = Date.now()
  while (!(await holds())) {
    if (Date.now() - started > 60_000) throw new Error(`waited a minute in vain until ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
