import type { AddedRows, LockedRows } from '#shared/change/change.ts'
import type { ClassRun } from '#shared/model/classRun.ts'
import type { MoveCause } from '#shared/contract/classes.ts'
import type { KeepMode } from './keepClasses.ts'
import type { LinkedReads } from '../compute/graph.ts'
import type { Schema, WriteContext } from '../context.ts'

/** A class column as the refresh of stale cells sees it: a node of the dependency graph like a lookup or rollup. */
export type ClassColumn = {
  schemeId: number
  tableId: number
  columnId: number
  /** Columns of the same table whose cells decide; computed ones must be fresh before. */
  dependsOn: readonly number[]
  /** What conditions of its rule ask of linked rows. */
  linked: readonly LinkedReads[]
  dependsOnToday: boolean
  /** Also stale, as a whole, when rows of the table come or go. */
  rankBased: boolean
  /** When its scheme classes rows, and whether these keep classes meanwhile. */
  run: ClassRun
  keeps: boolean
}

/** Why rows are classed, as their moves tell it. */
export type ClassingCause = {
  cause: MoveCause
  rankNow: readonly number[]
  /** Rows that this write made. */
  added: readonly AddedRows[]
  /** How schemes that keep classes look at rows, by column; in real time where a column is not named. */
  modes: ReadonlyMap<number, KeepMode>
  /** Rows that this write locked, or gave back to the rule. */
  locked: readonly LockedRows[]
  /**
   * Class columns whose scheme begins to work with this write: one that is new or comes from the trash (`new`), or one
   * that was off or stood still (`known`).
   */
  beginning: ReadonlyMap<number, 'new' | 'known'>
}

export type ClassRefresh = {
  /** Rows whose class cell changed, by class column, for whatever reads the class in turn. */
  changed: ReadonlyMap<number, readonly number[]>
  /**
   * Class columns of tables too large to rank inside somebody's edit. The rows were classed by the cut
   * points of the last ranking; rank anew in a write of its own after the commit (`rankNow`).
   */
  ranksDue: readonly number[]
}

/** What the engine's composition root takes from this room. */
export type Classify = {
  /**
   * The class columns that work now, in no particular order. A scheme that is off, or whose target or
   * input columns are not all there, is left out; it is there again when they are.
   * After a change of the schema, every class column that was not there before, or whose scheme
   * changed, is stale for all rows.
   */
  classColumns: (schema: Schema) => ClassColumn[]
  /**
   * Brings the classes of these rows (null: all) up to date and records the moves; `columns` of one table.
   * Those named in `rankNow` rank their whole population, whatever its size.
   */
  refreshClasses: (context: WriteContext, columns: readonly ClassColumn[], rowIds: readonly number[] | null, why: ClassingCause) => ClassRefresh
  /**
   * When all is written: has the log of moves agree with the cells of rows, and of schemes, that come back. `isAll`: the
   * scheme works again with the classes it left, and none of its rows was classed.
   */
  settleMoves: (context: WriteContext, column: ClassColumn, why: ClassingCause, isAll: boolean) => void
}
