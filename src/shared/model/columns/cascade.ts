import type { CellValue } from '../cell.ts'
import type { Cascade, ColumnOf } from '../column.ts'
import type { Option } from '../option.ts'

type Settings = ColumnOf<'singleSelect'>['settings']

/** The options a row is offered whose parent cell holds this; all of them where nothing is asked of a parent. */
export function offeredOptions({ options, cascade }: Settings, parentValue: CellValue): readonly Option[] {
  if (cascade === undefined || cascade === null) return options
  const offered = new Set(cascade.offered[String(parentValue)])
  return options.filter(({ id }) => offered.has(id))
}

/** Whether a cell still goes with its parent's; an empty one goes with anything. */
export const fitsParent = (settings: Settings, parentValue: CellValue, value: CellValue): boolean =>
  value === null || offeredOptions(settings, parentValue).some(({ id }) => id === value) || !settings.options.some(({ id }) => id === value)

/** A cascade without options that are gone on either side. */
export function keptCascade(cascade: Cascade, parents: readonly Option[], options: readonly Option[]): Cascade {
  const own = new Set(options.map(({ id }) => id))
  const offered = parents.map(({ id }) => [String(id), (cascade.offered[String(id)] ?? []).filter((option) => own.has(option))] as const)
  return { ...cascade, offered: Object.fromEntries(offered.filter(([, ids]) => ids.length > 0)) }
}
