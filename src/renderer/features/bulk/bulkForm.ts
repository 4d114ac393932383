import { assertNever } from '#shared/lib/assertNever.ts'
import type { BulkAction, BulkActionKind } from '#shared/model/bulk/bulkAction.ts'
import { bulkActionsFor } from '#shared/model/bulk/bulkActions.ts'
import type { CellValue } from '#shared/model/cell.ts'
import type { Column } from '#shared/model/column.ts'
import { readIds } from '#shared/model/idList.ts'
import type { Translate } from '#shared/i18n/translate.ts'
import type { CellEdit } from '../../cells/cellEdit.ts'

/** The dialog's fields; those of every action are kept side by side, so that trying another loses nothing. */
export type BulkForm = {
  columnId: number | null
  kind: BulkActionKind
  edit: CellEdit | null
  fromColumnId: number | null
  operator: 'add' | 'multiply'
  amount: number | null
  place: 'before' | 'after'
  text: string
  onlyEmpty: boolean
}

export const emptyForm: BulkForm = {
  columnId: null,
  kind: 'set',
  edit: null,
  fromColumnId: null,
  operator: 'add',
  amount: null,
  place: 'before',
  text: '',
  onlyEmpty: false,
}

/** The form for another column: the same thing done to it, where it can be, and nothing to write yet. */
export function forColumn(form: BulkForm, column: Column): BulkForm {
  const kinds = bulkActionsFor(column)
  return { ...form, columnId: column.id, kind: kinds.includes(form.kind) ? form.kind : (kinds[0] ?? 'clear'), edit: null, fromColumnId: null }
}

/** What the form asks for; null while something is still to be given. */
export function actionOf({ kind, edit, fromColumnId, operator, amount, place, text }: BulkForm): BulkAction | null {
  const value = edit?.kind === 'value' ? edit.value : null
  const rowIds = edit?.kind === 'links' ? edit.rowIds : []
  switch (kind) {
    case 'set':
      return value === null || value === '' ? null : { kind, value }
    case 'clear':
      return { kind }
    case 'copy':
      return fromColumnId === null ? null : { kind, fromColumnId }
    case 'calculate':
      return amount === null ? null : { kind, operator, amount }
    case 'write':
      return text === '' ? null : { kind, place, text }
    case 'addOptions':
    case 'removeOptions': {
      const optionIds = readIds(value)
      return optionIds.length === 0 ? null : { kind, optionIds }
    }
    case 'link':
      return rowIds.length === 0 ? null : { kind, rowIds }
    case 'unlink':
      return { kind, rowIds: null }
    default:
      return assertNever(kind)
  }
}

type Said = { column: Column; from: string; rows: number; format: (value: CellValue) => string; t: Translate }

/** What will happen, in a sentence. */
export function sentenceOf(action: BulkAction, { column, from, rows, format, t }: Said): string {
  const about = { rows, column: column.name }
  switch (action.kind) {
    case 'set':
      return t('bulk.say.set', { ...about, value: format(action.value) })
    case 'clear':
      return t('bulk.say.clear', about)
    case 'copy':
      return t('bulk.say.copy', { ...about, from })
    case 'calculate':
      return t('bulk.say.calculate', { ...about, what: `${t(action.operator === 'add' ? 'bulk.add' : 'bulk.multiply')} ${action.amount}` })
    case 'write':
      return t('bulk.say.write', { ...about, where: t(`bulk.${action.place}`), text: action.text })
    case 'addOptions':
    case 'removeOptions':
      return t(`bulk.say.${action.kind}`, { ...about, value: format(JSON.stringify(action.optionIds)) })
    case 'link':
      return t('bulk.say.link', { ...about, count: action.rowIds.length })
    case 'unlink':
      return t('bulk.say.unlink', about)
    default:
      return assertNever(action)
  }
}
