import type { Option } from '#shared/model/option.ts'
import { hueKeys } from '#shared/model/optionColors.ts'

/** A new option at the end, in the next colour; `nextId` is above every id the column ever showed in this dialog. */
export function addOption(options: readonly Option[], name: string, nextId: number): Option[] {
  return [...options, { id: nextId, name, color: hueKeys[options.length % hueKeys.length] ?? 'gray' }]
}

export const highestId = (options: readonly Option[]): number => options.reduce((highest, option) => Math.max(highest, option.id), 0)

export const changeOption = (options: readonly Option[], id: number, change: Partial<Pick<Option, 'name' | 'color'>>): Option[] =>
  options.map((option) => (option.id === id ? { ...option, ...change } : option))

export const removeOption = (options: readonly Option[], id: number): Option[] => options.filter((option) => option.id !== id)

/** The option put at a place among the others. */
export function moveOption(options: readonly Option[], id: number, to: number): Option[] {
  const moved = options.find((option) => option.id === id)
  if (moved === undefined) return [...options]
  const rest = removeOption(options, id)
  return [...rest.slice(0, to), moved, ...rest.slice(to)]
}

/** Lines or comma-separated words pasted as several options at once; those already there are left out. */
export function optionNames(pasted: string, options: readonly Option[]): string[] {
  const known = new Set(options.map((option) => option.name.trim()))
  const names = pasted
    .split(/[\n\r\t,，、;；]+/)
    .map((name) => name.trim())
    .filter((name) => name !== '' && !known.has(name))
  return [...new Set(names)]
}
