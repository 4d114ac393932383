import type Database from 'better-sqlite3'
import type { Analysis, AnalysisInputs, AnalysisName, AnalysisTable } from '#shared/contract/analysis.ts'
import type { Names } from '../largeBase.ts'

/** What a hand-written analysis is made from. */
export type ByHand = { database: Database.Database; names: Names; today: string }

/** An analysis with what a person skilled in SQL would write for its figures, models left as they are. */
export type HandWritten = {
  id: string
  name: AnalysisName
  /** 2 where nothing else is said. */
  bar?: number
  input: (names: Names) => Partial<AnalysisInputs[AnalysisName]>
  /** Of both the same figures in the same order, to six digits. */
  byHand: (by: ByHand) => number[]
  shown: (tables: Record<string, AnalysisTable>, answer: Extract<Analysis, { kind: 'shown' }>) => number[]
}

/** Rows of numbers, one after the other. */
export const numbersOf = (database: Database.Database, text: string): number[] =>
  database
    .prepare<[], number[]>(text)
    .raw(true)
    .all()
    .flatMap((row) => row.map(Number))

/** Some columns of a table, row after row. */
export const cellsOf = (table: AnalysisTable | undefined, columns: readonly number[]): number[] =>
  (table?.rows ?? []).flatMap((row) => columns.map((column) => Number(row[column] ?? 0)))

export const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0)

/** Every so manyth of a flat list of rows. */
export const everyNth = (values: readonly number[], width: number, place: number): number[] => values.filter((_, index) => index % width === place)
