import type { CellValue } from '#shared/model/cell.ts'
import type { ColumnOf } from '#shared/model/column.ts'
import { optionNamed, splitOptionNames } from '#shared/model/columns/options.ts'
import { writeIds } from '#shared/model/idList.ts'
import type { Option } from '#shared/model/option.ts'
import { hueKeys } from '#shared/model/optionColors.ts'

/** Reads the names of options into their ids, and makes options as it meets names that are none yet. */
export type SelectReader = {
  read(text: string): CellValue
  /** The column with the options it has by now; the column itself when none was made. */
  column(): ColumnOf<'singleSelect'> | ColumnOf<'multipleSelect'>
}

export function selectReader(column: ColumnOf<'singleSelect'> | ColumnOf<'multipleSelect'>): SelectReader {
  const options: Option[] = [...column.settings.options]
  const known = new Map<string, CellValue>()
  let lastId = Math.max(0, ...options.map((option) => option.id))
  const idOf = (name: string): number => {
    const found = optionNamed(options, name)
    if (found !== undefined) return found.id
    lastId += 1
    options.push({ id: lastId, name, color: hueKeys[options.length % hueKeys.length] ?? 'gray' })
    return lastId
  }
  const parse = (text: string): CellValue => {
    const name = text.trim()
    if (name === '') return null
    return column.type === 'singleSelect' ? idOf(name) : writeIds(splitOptionNames(options, name).map(idOf))
  }
  return {
    read: (text) => {
      const seen = known.get(text)
      if (seen !== undefined) return seen
      const value = parse(text)
      known.set(text, value)
      return value
    },
    column: () => (options.length === column.settings.options.length ? column : { ...column, settings: { options } }),
  }
}
