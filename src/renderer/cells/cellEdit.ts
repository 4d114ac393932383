import type { CellValue } from '#shared/model/cell.ts'
import type { Column } from '#shared/model/column.ts'
import { computedColumnTypes } from '#shared/model/column.ts'
import type { Schema } from '../client/schema.ts'

/** What an editor gives back: a stored value, or the rows a link cell points to. */
export type CellEdit = { kind: 'value'; value: CellValue } | LinksEdit

/** `seen` is what was linked, as far as it was read: a row's page names 500 at most. */
type LinksEdit = { kind: 'links'; rowIds: number[]; seen: number[] }

/** An edit under way. `problem` is a sentence: such a draft cannot be taken. */
export type Draft = { edit: CellEdit | null; problem: string | null }

export const untouched: Draft = { edit: null, problem: null }

export const draftOf = (value: CellValue): Draft => ({ edit: { kind: 'value', value }, problem: null })

export type EditorProps = {
  column: Column
  value: CellValue
  /** The row edited; null while it is still being made. */
  rowId: number | null
  /** The other cells of the row; absent while it is still being made. */
  cellOf?: ((columnId: number) => CellValue) | undefined
  /** The key that began the edit and replaces what was there; null to go on from what is there. */
  typed: string | null
  /** A text takes as many lines as it fills, where there is room below it. */
  wraps?: boolean | undefined
  /** Names the field for assistive software. */
  label: string
  /** Every change, so that leaving the cell takes it. */
  onDraft: (draft: Draft) => void
  /** A choice that ends the edit by itself. */
  onDone: (draft: Draft) => void
}

/** Whether the edit would leave a required cell empty. */
export function emptiesRequired(column: Column, edit: CellEdit | null): boolean {
  if (!column.required || edit === null) return false
  return edit.kind === 'links' ? edit.rowIds.length === 0 : edit.value === null || edit.value === ''
}

/** Whether a scheme fills the column, so that a person sets its cells by hand only with a reason. */
export function canLock(column: Column, schema: Pick<Schema, 'readOnly' | 'schemeOfColumn'>): boolean {
  return !schema.readOnly && schema.schemeOfColumn(column.id) !== undefined
}

/** Whether a person may type into the column: not where the engine or a scheme fills it. */
export function isEditable(column: Column, schema: Pick<Schema, 'readOnly' | 'schemeOfColumn'>): boolean {
  return !schema.readOnly && !computedColumnTypes.has(column.type) && schema.schemeOfColumn(column.id) === undefined
}
