import { nameKey } from '../../lib/text.ts'
import type { ColumnOf } from '../column.ts'
import { splitOptionNames } from '../columns/options.ts'
import type { Option } from '../option.ts'
import { hueKeys } from '../optionColors.ts'

/** The most options a conversion makes: more are no choice any more, and no list shows them. */
export const mostOptions = 500

type SelectColumn = ColumnOf<'singleSelect'> | ColumnOf<'multipleSelect'>

/** Gathers the options that texts name and the column does not have, each with the next colour. */
export type OptionMaker = { see(text: string): void; column(): SelectColumn; made(): readonly Option[] }

export function optionMaker(column: SelectColumn): OptionMaker {
  const options: Option[] = [...column.settings.options]
  const first = options.length
  const keys = new Set(options.flatMap(({ name }) => [name, nameKey(name)]))
  let lastId = Math.max(0, ...options.map((option) => option.id))
  const add = (name: string): void => {
    const key = nameKey(name)
    if (name === '' || keys.has(name) || (key !== '' && keys.has(key)) || options.length - first >= mostOptions) return
    lastId += 1
    options.push({ id: lastId, name, color: hueKeys[(options.length - first) % hueKeys.length] ?? 'gray' })
    keys.add(name).add(key)
  }
  return {
    see: (text) => {
      if (column.type === 'singleSelect') add(text.trim().replace(/\s+/gu, ' '))
      else for (const name of splitOptionNames(column.settings.options, text)) add(name)
    },
    column: () => ({ ...column, settings: { options } }),
    made: () => options.slice(first),
  }
}
