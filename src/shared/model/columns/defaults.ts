import { assertNever } from '../../lib/assertNever.ts'
import type { CellValue } from '../cell.ts'
import type { Column, ColumnType } from '../column.ts'
import type { Preset } from '../columnRules.ts'
import { readIds, writeIds } from '../idList.ts'

/** What a preset means at the moment a cell gets it. */
export type Moment = { /** ISO day. */ today: string; /** Local wall time, to the second. */ now: string; me: number | null }

/** The presets besides a plain value that a type can have. */
export function momentPresets(type: ColumnType): readonly Exclude<Preset['kind'], 'value'>[] {
  switch (type) {
    case 'date':
      return ['today']
    case 'dateTime':
      return ['now', 'today']
    case 'member':
    case 'members':
      return ['me']
    default:
      return []
  }
}

/** Types whose new cells may get a value by themselves. */
export const canDefault = (type: ColumnType): boolean => defaulted.has(type)

const defaulted: ReadonlySet<ColumnType> = new Set<ColumnType>([
  'text',
  'longText',
  'number',
  'checkbox',
  'date',
  'dateTime',
  'singleSelect',
  'multipleSelect',
  'member',
  'members',
  'phone',
  'email',
  'address',
  'geolocation',
  'url',
  'duration',
  'rating',
  'progress',
])

/** The cell a preset makes in a column now; options that were removed meanwhile make none. */
export function presetCell(column: Column, preset: Preset, { today, now, me }: Moment): CellValue {
  switch (preset.kind) {
    case 'value':
      return keptValue(column, preset.value)
    case 'today':
      return column.type === 'dateTime' ? `${today}T00:00` : today
    case 'now':
      return column.type === 'date' ? today : now.slice(0, 16)
    case 'me':
      return me === null || column.type !== 'members' ? me : writeIds([me])
    default:
      return assertNever(preset)
  }
}

/** What a new row's cell holds when nothing is said of it. */
export function defaultCell(column: Column, moment: Moment): CellValue {
  const { defaultValue } = column
  return defaultValue === undefined || defaultValue === null || !canDefault(column.type) ? null : presetCell(column, defaultValue, moment)
}

function keptValue(column: Column, value: CellValue): CellValue {
  if (column.type !== 'singleSelect' && column.type !== 'multipleSelect') return value
  const ids = readIds(value).filter((id) => column.settings.options.some((option) => option.id === id))
  return column.type === 'singleSelect' ? (ids[0] ?? null) : writeIds(ids)
}
