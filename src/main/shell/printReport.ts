import { BrowserWindow } from 'electron'
import { z } from 'zod'
import { Failure } from '#shared/contract/failure.ts'
import { appError, withDetails } from '#shared/i18n/appError.ts'
import type { Lang } from '#shared/i18n/lang.ts'
import { translator } from '#shared/i18n/translate.ts'
import type { Host } from '../host/ports.ts'
import { lockedBox, type PageSource } from './appWindow.ts'
import type { PageDesks } from './pageDesks.ts'
import { nameOfBase, type Preferences } from './preferences.ts'
import { readingAnswers } from './readingAnswers.ts'
import { writeWhole } from './writeWhole.ts'

export type ReportPeriod = { from: string | null; to: string | null; lang: Lang }

/** Prints the owner's report of an open base to a PDF file. */
export type PrintReport = (host: Host, path: string, period: ReportPeriod) => Promise<void>

export function reportPrinter(world: { pages: PageSource; desks: PageDesks; preferences: Preferences }): PrintReport {
  return async (host, path, period) => {
    const window = new BrowserWindow({
      show: false,
      // The width of the printed page at 96 dots an inch, so that charts measure the paper they will be on.
      width: Math.round(((210 - 2 * margin) / 25.4) * 96),
      height: 1123,
      webPreferences: { ...lockedBox(world.pages.preload), backgroundThrottling: false },
    })
    try {
      world.desks.add(window.webContents, { host: () => host, app: readingAnswers(world.preferences), sendProgress: () => {} })
      await window.loadURL(world.pages.addressOf(reportPage(period)))
      await untilReady(window)
      await writeWhole(path, await print(window, host, period))
    } finally {
      window.destroy()
    }
  }
}

/** Millimetres of white around the page. */
const margin = 18
const inches = (millimetres: number): number => millimetres / 25.4

function reportPage({ from, to, lang }: ReportPeriod): string {
  const query = new URLSearchParams({ lang, ...(from === null ? {} : { from }), ...(to === null ? {} : { to }) })
  return `report.html?${query.toString()}`
}

const pageStateSchema = z.object({ error: z.string().nullable(), waiting: z.boolean() })

/** The page says on its root element when the last chart is drawn, or why it will not be. */
async function untilReady(window: BrowserWindow): Promise<void> {
  const given: unknown = await window.webContents.executeJavaScript(`new Promise((resolve) => {
    const started = Date.now()
    const look = () => {
      const { ready, error } = document.documentElement.dataset
      const late = Date.now() - started > 60_000
      if (ready === 'true' || error !== undefined || late) resolve({ error: error ?? null, waiting: ready !== 'true' })
      else setTimeout(look, 25)
    }
    look()
  })`)
  const { error, waiting } = pageStateSchema.parse(given)
  if (error !== null || waiting) throw new Failure(withDetails(appError('internal'), error ?? 'the report page was not ready in a minute'))
}

async function print(window: BrowserWindow, host: Host, { lang }: ReportPeriod): Promise<Uint8Array> {
  const title = window.webContents.getTitle()
  const page = translator(lang)('dialogs.reportPage', { page: '<span class="pageNumber"></span>', pages: '<span class="totalPages"></span>' })
  return window.webContents.printToPDF({
    pageSize: 'A4',
    margins: { top: inches(margin), bottom: inches(margin), left: inches(margin), right: inches(margin) },
    printBackground: true,
    displayHeaderFooter: true,
    headerTemplate: marginLine(nameOfBase(host.path), title),
    footerTemplate: marginLine('', page, false),
    generateDocumentOutline: true,
    generateTaggedPDF: true,
  })
}

/** Chromium prints these without any style of the page's. */
function marginLine(left: string, right: string, isText = true): string {
  const side = (text: string) => `<span style="overflow:hidden;text-overflow:ellipsis;white-space:nowrap">${isText ? escaped(text) : text}</span>`
  return `<div style="width:100%;margin:0 ${margin}mm;display:flex;justify-content:space-between;gap:12px;font:8px 'Inter','PingFang SC','Microsoft YaHei UI','Noto Sans CJK SC',sans-serif;color:#6B675E">${side(left)}${side(right)}</div>`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}
