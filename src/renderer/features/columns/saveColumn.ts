import type { OperationInput } from '#shared/contract/engine.ts'
import { computedColumnTypes } from '#shared/model/column.ts'
import type { ColumnForm } from './columnForm.ts'

/** The write that saves a form. */
export type ColumnWrite =
  | { name: 'columns.create'; input: OperationInput<'columns.create'> }
  | { name: 'columns.createLink'; input: OperationInput<'columns.createLink'> }
  | { name: 'columns.update'; input: OperationInput<'columns.update'> }

/** A new column of the table, before another or at its end. */
export function createWrite(form: ColumnForm, tableId: number, beforeColumnId: number | null): ColumnWrite {
  const name = form.name.trim()
  if (form.type === 'link') {
    const { otherTableId, otherName, multiple, otherMultiple } = form.link
    return {
      name: 'columns.createLink',
      input: { tableId, name, multiple, otherTableId: otherTableId ?? tableId, otherName: otherName.trim(), otherMultiple },
    }
  }
  return {
    name: 'columns.create',
    input: {
      tableId,
      name,
      type: form.type,
      settings: settingsOf(form),
      description: form.description.trim(),
      required: isRequired(form),
      beforeColumnId,
    },
  }
}

/** The same column with the form's name, description and settings. A link keeps its two tables. */
export function updateWrite(form: ColumnForm, columnId: number): ColumnWrite {
  const input = { columnId, name: form.name.trim(), description: form.description.trim(), required: isRequired(form) }
  return { name: 'columns.update', input: form.type === 'link' ? input : { ...input, settings: settingsOf(form) } }
}

const isRequired = (form: ColumnForm): boolean => form.required && !computedColumnTypes.has(form.type)

/** The settings the form holds for its type. */
export function settingsOf(form: ColumnForm): Record<string, unknown> {
  switch (form.type) {
    case 'number':
      return form.number
    case 'singleSelect':
    case 'multipleSelect':
      return { options: form.options.map((option) => ({ ...option, name: option.name.trim() })) }
    case 'autoNumber':
      return { pattern: form.pattern }
    case 'lookup':
      return form.lookup
    case 'rollup':
      return form.rollup.function === 'count' ? { ...form.rollup, targetColumnId: null, orderColumnId: null } : form.rollup
    case 'formula':
      return { source: form.formula.source, ...(form.formula.format === null ? {} : { format: form.formula.format }) }
    default:
      return {}
  }
}
