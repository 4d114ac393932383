import type { Option } from '#shared/model/option.ts'
import { optionsOfScheme } from '#shared/model/scheme.ts'
import { addOption, highestId, optionNames } from '../../ui/optionOrder.ts'
import type { SchemeDraft } from './schemeDraft.ts'

/** The classes with those of these names added; `known` are all that ever were, so that no number is given twice. */
export function withClasses(options: readonly Option[], typed: string, known: readonly Option[]): Option[] {
  let nextId = Math.max(highestId(options), highestId(known)) + 1
  return optionNames(typed, options).reduce<Option[]>((all, name) => addOption(all, name, nextId++), [...options])
}

/** The classes that the draft gives out, and so keeps. */
export const classesInUse = (draft: SchemeDraft): ReadonlySet<number> => new Set(optionsOfScheme(draft))

/** What is wrong with the name of a class. */
export function classNameProblem(options: readonly Option[], { id, name }: Option): 'optionEmpty' | 'optionTwice' | null {
  if (name.trim() === '') return 'optionEmpty'
  return options.some((other) => other.id !== id && other.name.trim() === name.trim()) ? 'optionTwice' : null
}

export const classesStand = (options: readonly Option[]): boolean => options.every((option) => classNameProblem(options, option) === null)
