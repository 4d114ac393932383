import type { OperationInput } from '#shared/contract/engine.ts'
import { computedColumnTypes } from '#shared/model/column.ts'
import { canDefault } from '#shared/model/columns/defaults.ts'
import { validationKindOf } from '#shared/model/columns/rules.ts'
import type { Option } from '#shared/model/option.ts'
import { buttonSettingsOf } from './button/buttonForm.ts'
import type { ColumnForm } from './columnForm.ts'
import { pickOf } from './linkOffer.ts'

/** The write that saves a form. */
export type ColumnWrite =
  | { name: 'columns.create'; input: OperationInput<'columns.create'> }
  | { name: 'columns.createLink'; input: OperationInput<'columns.createLink'> }
  | { name: 'columns.update'; input: OperationInput<'columns.update'> }

/** A new column of the table, before another or at its end. */
export function createWrite(form: ColumnForm, tableId: number, beforeColumnId: number | null): ColumnWrite {
  const name = form.name.trim()
  if (form.type === 'link') {
    const { otherTableId, otherName, multiple, otherMultiple, createInPicker } = form.link
    const pick = pickOf(form.link.offer)
    return {
      name: 'columns.createLink',
      input: {
        tableId,
        name,
        multiple,
        ...(pick === null ? {} : { pick }),
        createInPicker,
        otherTableId: otherTableId ?? tableId,
        otherName: otherName.trim(),
        otherMultiple,
      },
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
      ...rulesOf(form),
      beforeColumnId,
    },
  }
}

/** The same column with the form's name, description and settings. A link keeps its two tables. */
export function updateWrite(form: ColumnForm, columnId: number): ColumnWrite {
  const input = { columnId, name: form.name.trim(), description: form.description.trim(), required: isRequired(form), ...rulesOf(form) }
  const renumber = form.type === 'autoNumber' && form.renumber ? { renumber: true } : {}
  return { name: 'columns.update', input: { ...input, settings: settingsOf(form), ...renumber } }
}

/** The default and the rule, as far as the type can have them: trying another type keeps those of the last. */
function rulesOf({ type, preset, validation }: ColumnForm) {
  return {
    defaultValue: canDefault(type) ? preset : null,
    validation: validation?.kind === validationKindOf(type) ? validation : null,
  }
}

const isRequired = (form: ColumnForm): boolean => form.required && !computedColumnTypes.has(form.type)

const trimmed = (options: readonly Option[]): Option[] => options.map((option) => ({ ...option, name: option.name.trim() }))

/** The settings the form holds for its type. */
export function settingsOf(form: ColumnForm): Record<string, unknown> {
  switch (form.type) {
    case 'number':
      return form.number
    case 'date':
    case 'dateTime':
      return form.dateFormat === 'iso' ? {} : { format: form.dateFormat }
    case 'singleSelect':
      return { options: trimmed(form.options), cascade: form.cascade }
    case 'multipleSelect':
      return { options: trimmed(form.options) }
    case 'autoNumber':
      return form.numbering
    case 'duration':
      return form.duration
    case 'rating':
      return form.rating
    case 'link':
      return { multiple: form.link.multiple, createInPicker: form.link.createInPicker, pick: pickOf(form.link.offer) }
    case 'lookup':
      return form.lookup
    case 'rollup':
      return form.rollup.function === 'count' ? { ...form.rollup, targetColumnId: null, orderColumnId: null } : form.rollup
    case 'formula':
      return { source: form.formula.source, ...(form.formula.format === null ? {} : { format: form.formula.format }) }
    case 'button':
      return buttonSettingsOf(form.button)
    default:
      return {}
  }
}
