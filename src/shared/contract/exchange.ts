import { z } from 'zod'
import { rowQuerySchema } from '../model/view.ts'
import { langSchema } from '../i18n/lang.ts'
import { read, write } from './operation.ts'

const id = z.number().int().positive()

export const encodingSchema = z.enum(['utf-8', 'utf-16le', 'utf-16be', 'gb18030'])

/** A sheet as the wizard shows it before anything is imported. */
export type SheetPreview = {
  name: string
  /** Data rows under the header. */
  rowCount: number
  /** 0-based row of the header in the sheet; null when none was found. */
  headerRow: number | null
  /** The first rows as they stand in the sheet (at most 10), so that a person can point at the header. */
  topRows?: string[][]
  columns: { index: number; header: string; samples: string[]; guess: ColumnGuess }[]
  /** The table of the base that fits best, with the columns' guesses for it. */
  suggestedTableId: number | null
}

export type ColumnGuess = {
  type:
    | 'text'
    | 'longText'
    | 'number'
    | 'currency'
    | 'percent'
    | 'date'
    | 'dateTime'
    | 'checkbox'
    | 'singleSelect'
    | 'multipleSelect'
    | 'phone'
    | 'email'
    | 'address'
    | 'geolocation'
    | 'url'
    | 'duration'
    | 'rating'
    | 'progress'
  /** The column of the suggested table it should fill. */
  columnId: number | null
}

export type FilePreview = {
  fileName: string
  format: 'xlsx' | 'csv' | 'xls'
  encoding: z.infer<typeof encodingSchema> | null
  sheets: SheetPreview[]
}

/** Where one column of a sheet goes. */
export const columnTargetSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('skip') }),
  /** Into a column of the table; a link column finds rows of the other table by `matchColumnId`, by default its primary column. */
  z.object({ kind: z.literal('column'), columnId: id, matchColumnId: id.nullable().default(null) }),
  /** Into a new column of this type. */
  z.object({
    kind: z.literal('new'),
    name: z.string().min(1),
    type: z.enum([
      'text',
      'longText',
      'number',
      'currency',
      'percent',
      'date',
      'dateTime',
      'checkbox',
      'singleSelect',
      'multipleSelect',
      'phone',
      'email',
      'address',
      'geolocation',
      'url',
      'duration',
      'rating',
      'progress',
    ]),
  }),
  /** Into a new link to another sheet of the same import (by its name), matched by that sheet's column. */
  z.object({ kind: z.literal('newLink'), name: z.string().min(1), sheet: z.string(), matchIndex: z.number().int().min(0) }),
  /** Into a new link to a table of the base, matched by one of its columns, by default its primary one. */
  z.object({ kind: z.literal('newTableLink'), name: z.string().min(1), tableId: id, matchColumnId: id.nullable().default(null) }),
])
export type ColumnTarget = z.infer<typeof columnTargetSchema>

export const sheetPlanSchema = z.object({
  sheet: z.string(),
  headerRow: z.number().int().min(0),
  /** An existing table, or the name of a new one. */
  table: z.union([z.object({ tableId: id }), z.object({ newTable: z.string().min(1) })]),
  columns: z.array(z.object({ index: z.number().int().min(0), target: columnTargetSchema })),
  mode: z.enum(['add', 'update', 'addOrUpdate']),
  /** Sheet columns that together name a row; empty with mode `add` means no matching. */
  matchIndexes: z.array(z.number().int().min(0)),
  /** What a link cell does when no row has that name. */
  missingLinks: z.enum(['reject', 'create', 'leaveEmpty']).default('reject'),
})
export type SheetPlan = z.infer<typeof sheetPlanSchema>

export const importPlanSchema = z.object({
  path: z.string(),
  encoding: encodingSchema.nullable().default(null),
  sheets: z.array(sheetPlanSchema).min(1),
})
export type ImportPlan = z.infer<typeof importPlanSchema>

/** Why a row, or a cell of it, was not taken. */
export type RejectReason =
  | 'againstRule'
  | 'invalidNumber'
  | 'tooManyDigits'
  | 'invalidDate'
  | 'invalidCheckbox'
  | 'unknownMember'
  | 'unknownLink'
  | 'ambiguousLink'
  | 'noMatch'
  | 'ambiguousMatch'
  | 'alreadyExists'
  | 'duplicateInFile'
  | 'missingKey'
  | 'missingRequired'
  | 'invalidEmail'
  | 'invalidPhone'
  | 'invalidGeolocation'
  | 'invalidUrl'
  | 'invalidDuration'
  | 'invalidRating'
  | 'invalidProgress'
  | 'unknownOption'
  | 'repeatedHeader'
  | 'notUnique'
  | 'errorCell'

/** `row` is the 1-based row in the sheet as a spreadsheet program numbers it. */
export type Rejection = { sheet: string; row: number; column: string | null; value: string; reason: RejectReason }

export type SheetResult = {
  sheet: string
  tableId: number | null
  read: number
  added: number
  updated: number
  unchanged: number
  rejected: number
  blank: number
}

export type ImportResult = {
  sheets: SheetResult[]
  /** The first 1,000; all of them are in the rejection file. */
  rejections: Rejection[]
  rejectionCount: number
  /** A workbook with the rejected rows and their reasons, beside the source file or in the given folder; null when nothing was rejected. */
  rejectionFile: string | null
  /** What came into being beside the rows of the sheets. */
  created?: {
    /** Members, by name, that the file names and the base did not know. */
    members: string[]
    /** Rows made only because a link named them. */
    linkedRows: number
  }
}

export const exportFormatSchema = z.enum(['xlsx', 'csv'])

export const exchangeOperations = {
  'import.inspect': read<FilePreview>()(
    z.object({
      path: z.string(),
      encoding: encodingSchema.nullable().default(null),
      /** Headers a person pointed at, instead of the rows found; 0-based, by sheet. */
      headerRows: z.array(z.object({ sheet: z.string(), row: z.number().int().min(0) })).default([]),
    }),
  ),
  /** The first rows as they would arrive, and what would be rejected, without writing. */
  'import.preview': read<ImportResult & { samples: { sheet: string; headers: string[]; rows: string[][] }[] }>()(importPlanSchema),
  'import.run': write<ImportResult>()(
    // The language of the rejection file and of the first view of a new table.
    importPlanSchema.extend({ rejectionFolder: z.string().nullable().default(null), lang: langSchema.default('zh-CN') }),
  ),
  'export.view': read<{ path: string; rows: number }>()(
    z.object({
      tableId: id,
      query: rowQuerySchema,
      columnIds: z.array(id),
      path: z.string(),
      format: exportFormatSchema,
      encoding: z.enum(['utf-8', 'gb18030']).default('utf-8'),
      lang: langSchema,
    }),
  ),
  /** The files of a view's rows into a folder, `<row>/<file>`; `missing` counts those whose content the base has lost. */
  'export.files': read<{ path: string; files: number; missing: number }>()(
    z.object({ tableId: id, query: rowQuerySchema, columnIds: z.array(id), path: z.string() }),
  ),
}
