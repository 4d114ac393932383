import { catalogueNames, specOf, type CatalogueName } from '#shared/formula/functions/catalogue.ts'
import { helpMentions } from '#shared/formula/functions/help.ts'
import { functionCategories, type FunctionCategory } from '#shared/formula/functions/spec.ts'
import { stepText } from '#shared/formula/path.ts'
import type { Translate } from '#shared/i18n/translate.ts'
import { nameKey } from '#shared/lib/text.ts'
import { holdsValues, type Column } from '#shared/model/column.ts'
import type { BaseShape } from '../columnForm.ts'

/** Something that can be put into a formula. */
export type Choice =
  | { kind: 'column'; key: string; name: string; type: Column['type']; text: string }
  | { kind: 'function'; key: string; name: CatalogueName; takesArguments: boolean }

export type ChoiceGroup = {
  key: string
  heading: { kind: 'columns' } | { kind: 'linked'; table: string } | { kind: 'category'; category: FunctionCategory } | { kind: 'mentioned' }
  choices: Choice[]
}

/**
 * Columns of the row, columns behind its links, functions by category; only those in whose name the text typed is found.
 * Functions that have the words in their help alone come last.
 */
export function insertChoices(tableId: number, base: BaseShape, typed: string, t: Translate): ChoiceGroup[] {
  const wanted = nameKey(typed)
  const fits = (...names: string[]): boolean => wanted === '' || names.some((name) => nameKey(name).includes(wanted))
  const isNamed = (name: CatalogueName): boolean => fits(name, ...specOf(name).aliases)
  const readable = base.columns.filter(({ type }) => holdsValues(type))
  const own = readable.filter((column) => column.tableId === tableId)
  const groups: ChoiceGroup[] = [
    { key: 'own', heading: { kind: 'columns' }, choices: own.filter((column) => fits(column.name)).map((column) => columnChoice(column, [])) },
    ...own
      .filter((column) => column.type === 'link')
      .map((link): ChoiceGroup => ({
        key: `link ${link.id}`,
        heading: { kind: 'linked', table: link.name },
        choices: readable
          .filter((column) => column.tableId === link.settings.otherTableId && column.id !== link.settings.otherColumnId)
          .filter((column) => fits(column.name, `${link.name}.${column.name}`))
          .map((column) => columnChoice(column, [link])),
      })),
    ...functionCategories.map((category): ChoiceGroup => ({
      key: category,
      heading: { kind: 'category', category },
      choices: catalogueNames.filter((name) => specOf(name).category === category && isNamed(name)).map(functionChoice),
    })),
    {
      key: 'mentioned',
      heading: { kind: 'mentioned' },
      choices: catalogueNames.filter((name) => !isNamed(name) && helpMentions(name, typed, t)).map(functionChoice),
    },
  ]
  return groups.filter((group) => group.choices.length > 0)
}

function functionChoice(name: CatalogueName): Choice {
  return { kind: 'function', key: name, name, takesArguments: specOf(name).params.length > 0 }
}

function columnChoice(column: Column, links: readonly Column[]): Choice {
  const path = [...links, column]
  return {
    kind: 'column',
    key: path.map((step) => step.id).join('.'),
    name: column.name,
    type: column.type,
    text: `{${path.map((step) => stepText({ kind: 'name', name: step.name.trim() })).join('.')}}`,
  }
}
