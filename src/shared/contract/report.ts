import { z } from 'zod'
import { langSchema } from '../i18n/lang.ts'
import { read } from './operation.ts'

export type ReportColumn = {
  name: string
  format: 'text' | 'number' | 'currency' | 'percent' | 'date'
  /** How a number is written, which is whole behind it: `whole` without decimals; `fine` with four, of small numbers three figures. */
  digits?: 'whole' | 'fine'
}

export type ReportTable = {
  columns: ReportColumn[]
  rows: (string | number | null)[][]
}

/** A chart as data; the window's chart module draws it. Colours come from the options' own. */
export type ReportChart =
  | {
      kind: 'bar'
      categories: { name: string; color: string | null }[]
      series: { name: string; color: string | null; values: number[] }[]
      stacked: boolean
      horizontal: boolean
      unit: 'count' | 'currency'
    }
  | {
      kind: 'cumulativeShare'
      points: { rowShare: number; valueShare: number }[]
      /** The share of rows, whole ones, that holds 80 %; absent: what the curve says. */
      rowShareFor80?: number | null
    }

/** A section: what it is about, the sentence that says what it shows, a chart and a table. */
export type ReportSection = {
  key: string
  title: string
  sentence: string
  chart: ReportChart | null
  table: ReportTable | null
  emptyText: string | null
}

export type Report = { title: string; baseName: string; period: string; generatedAt: string; lang: 'zh-CN' | 'en'; sections: ReportSection[] }

export const reportOperations = {
  /** The owner's report of a period, by default the last twelve months until today. */
  'report.build': read<Report>()(z.object({ lang: langSchema, from: z.string().nullable().default(null), to: z.string().nullable().default(null) })),
  'report.xlsx': read<{ path: string }>()(
    z.object({ lang: langSchema, from: z.string().nullable().default(null), to: z.string().nullable().default(null), path: z.string() }),
  ),
}
