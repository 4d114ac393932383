import type { Cell, WriteSheet } from 'hucre'
import type { Report } from '#shared/contract/report.ts'
import { translator } from '#shared/i18n/translate.ts'
import { roomOf } from './roomOf.ts'
import { headingStyle, noteStyle, sentenceStyle, titleStyle } from './sheetStyles.ts'

/** In letters; an A4 page with its margins. */
const width = 84

/** The first sheet: whose report it is, of when, and what each part says in a sentence. */
export function summarySheet(report: Report, name: string): WriteSheet {
  const t = translator(report.lang)
  const lines: { text: string; style: Cell['style'] }[] = [
    { text: report.title, style: titleStyle },
    { text: report.baseName, style: headingStyle },
    { text: report.period, style: noteStyle },
    { text: t('report.paper.generated', { at: report.generatedAt.replace('T', ' ') }), style: noteStyle },
    ...report.sections.flatMap((section) => [
      { text: '', style: undefined },
      { text: section.title, style: headingStyle },
      { text: section.sentence === '' ? (section.emptyText ?? '') : section.sentence, style: sentenceStyle },
    ]),
  ]
  return {
    name,
    columns: [{ width }],
    rows: lines.map((line) => [line.text === '' ? null : line.text]),
    cells: new Map(
      lines.flatMap((line, row) =>
        line.style === undefined ? [] : [[`${row},0`, { value: line.text, type: 'string', style: line.style }] as const],
      ),
    ),
    // Spreadsheet programs do not all give wrapped text the height it needs.
    rowDefs: new Map(lines.map((line, row) => [row, { height: row === 0 ? 28 : 16 * Math.max(1, Math.ceil(roomOf(line.text) / (width - 4))) }])),
    view: { showGridLines: false },
    pageSetup: { paperSize: 'a4', orientation: 'portrait', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  }
}
