import { patternProblems } from '#shared/lib/autoNumber.ts'
import { isPattern } from '#shared/lib/pattern.ts'
import { orderedFunctions } from '#shared/model/column.ts'
import { validationKindOf } from '#shared/model/columns/rules.ts'
import { type ButtonProblem, buttonProblems } from './button/buttonForm.ts'
import type { BaseShape, ColumnForm } from './columnForm.ts'

/** What is missing or wrong in the form; its sentence is `columnDialog.problem.<code>` beside the field. */
export type FormProblem =
  | { field: 'name'; code: 'nameEmpty' | 'nameTaken' }
  | { field: 'options'; code: 'optionEmpty' | 'optionTwice'; optionId: number }
  | { field: 'pattern'; code: 'patternBroken' }
  | { field: 'rule'; code: 'patternUnknown' }
  | { field: 'otherTable'; code: 'otherTableMissing' }
  | { field: 'otherName'; code: 'otherNameEmpty' | 'otherNameTaken' }
  | { field: 'link'; code: 'linkMissing' }
  | { field: 'target'; code: 'targetMissing' }
  | { field: 'order'; code: 'orderMissing' }
  | { field: 'formula'; code: 'formulaMissing' }
  | ButtonProblem

/** Everything that keeps the form from being saved; `columnId` is null for a new column. */
export function formProblems(form: ColumnForm, tableId: number, columnId: number | null, base: BaseShape): FormProblem[] {
  return [...nameProblems(form.name, tableId, columnId, base), ...settingsProblems(form, columnId, base), ...ruleProblems(form)]
}

function ruleProblems({ type, validation }: ColumnForm): FormProblem[] {
  if (validation?.kind !== 'text' || validationKindOf(type) !== 'text' || validation.pattern === null) return []
  return isPattern(validation.pattern) ? [] : [{ field: 'rule', code: 'patternUnknown' }]
}

function nameProblems(name: string, tableId: number, columnId: number | null, base: BaseShape): FormProblem[] {
  if (name.trim() === '') return [{ field: 'name', code: 'nameEmpty' }]
  return isTaken(name, tableId, columnId, base) ? [{ field: 'name', code: 'nameTaken' }] : []
}

const isTaken = (name: string, tableId: number, columnId: number | null, base: BaseShape): boolean =>
  base.columns.some((column) => column.tableId === tableId && column.id !== columnId && column.name.trim() === name.trim())

function settingsProblems(form: ColumnForm, columnId: number | null, base: BaseShape): FormProblem[] {
  switch (form.type) {
    case 'singleSelect':
    case 'multipleSelect':
      return optionProblems(form)
    case 'autoNumber':
      return patternProblems(form.numbering.pattern).length > 0 ? [{ field: 'pattern', code: 'patternBroken' }] : []
    case 'link':
      return columnId === null ? linkProblems(form, base) : []
    case 'lookup':
      return [
        ...(form.lookup.linkColumnId === null ? [{ field: 'link', code: 'linkMissing' } as const] : []),
        ...(form.lookup.targetColumnId === null ? [{ field: 'target', code: 'targetMissing' } as const] : []),
      ]
    case 'rollup':
      return rollupProblems(form)
    case 'formula':
      return form.formula.source.trim() === '' ? [{ field: 'formula', code: 'formulaMissing' }] : []
    case 'button':
      return buttonProblems(form.button)
    default:
      return []
  }
}

function optionProblems({ options }: ColumnForm): FormProblem[] {
  return options.flatMap((option, position): FormProblem[] => {
    if (option.name.trim() === '') return [{ field: 'options', code: 'optionEmpty', optionId: option.id }]
    const twice = options.findIndex((other) => other.name.trim() === option.name.trim()) < position
    return twice ? [{ field: 'options', code: 'optionTwice', optionId: option.id }] : []
  })
}

function linkProblems({ link, name }: ColumnForm, base: BaseShape): FormProblem[] {
  if (link.otherTableId === null) return [{ field: 'otherTable', code: 'otherTableMissing' }]
  if (link.otherName.trim() === '') return [{ field: 'otherName', code: 'otherNameEmpty' }]
  // A table linked to itself gets both columns, and they must not share a name.
  const taken = isTaken(link.otherName, link.otherTableId, null, base) || link.otherName.trim() === name.trim()
  return taken ? [{ field: 'otherName', code: 'otherNameTaken' }] : []
}

function rollupProblems({ rollup }: ColumnForm): FormProblem[] {
  if (rollup.linkColumnId === null) return [{ field: 'link', code: 'linkMissing' }]
  if (rollup.function === 'count') return []
  return [
    ...(rollup.targetColumnId === null ? [{ field: 'target', code: 'targetMissing' } as const] : []),
    ...(orderedFunctions.has(rollup.function) && rollup.orderColumnId === null ? [{ field: 'order', code: 'orderMissing' } as const] : []),
  ]
}
