import { createHash } from 'node:crypto'
import type { Column } from '#shared/model/column.ts'
import type { Filter } from '#shared/model/filter.ts'
import { mapScheme } from '#shared/model/mapRule.ts'
import type { Scheme } from '#shared/model/scheme.ts'

/** What ids are called in every base: roles of columns, codes of options; null for what its owner made. */
export type NamesOf = { column: (id: number) => string | null; option: (columnId: number, id: number) => string | null }

type Classes = Pick<Scheme, 'rule' | 'scope' | 'fallbackOptionId' | 'targetColumnId'>

/** A few digits that tell one way of classing from another, in any base; null where it reads or gives what no template made. */
export function schemeFingerprint(scheme: Classes, names: NamesOf): string | null {
  return digits((numbers) =>
    mapScheme(scheme, {
      column: (id) => numbers.of(names.column(id)),
      option: (id) => numbers.of(names.option(scheme.targetColumnId, id)),
      choice: (columnId, id) => numbers.of(names.option(columnId, id)),
    }),
  )
}

/** The same of a column that is measured or looked up; null for one that people fill. */
export function columnFingerprint(column: Pick<Column, 'type' | 'settings'>, names: NamesOf): string | null {
  const mapped = withSettings(column)
  return mapped === null ? null : digits((numbers) => mapped(names, numbers))
}

type Numbers = { of: (name: string | null) => number }

function withSettings(column: Pick<Column, 'type' | 'settings'>): ((names: NamesOf, numbers: Numbers) => unknown) | null {
  const { type, settings } = column
  if (type === 'formula' && 'source' in settings) {
    return (names) => settings.source.replace(/#(\d+)/gu, (_, id: string) => names.column(Number(id)) ?? '?')
  }
  if (type === 'lookup' && 'targetColumnId' in settings && !('function' in settings)) {
    const { linkColumnId, targetColumnId } = settings
    return (names, numbers) => [numbers.of(names.column(linkColumnId)), numbers.of(names.column(targetColumnId))]
  }
  if (type !== 'rollup' || !('function' in settings)) return null
  const { linkColumnId, targetColumnId, orderColumnId, filter } = settings
  return (names, numbers) => {
    const column = (id: number | null): number | null => (id === null ? null : numbers.of(names.column(id)))
    return [settings.function, column(linkColumnId), column(targetColumnId), column(orderColumnId), mapFilter(filter, names, numbers)]
  }
}

function mapFilter(filter: Filter | null, names: NamesOf, numbers: Numbers): Filter | null {
  if (filter === null) return null
  const scheme = { rule: { kind: 'manual' as const, optionIds: [], reasonRequired: false }, scope: filter, fallbackOptionId: null }
  const map = {
    column: (id: number) => numbers.of(names.column(id)),
    option: (id: number) => id,
    choice: (columnId: number, id: number) => numbers.of(names.option(columnId, id)),
  }
  return mapScheme(scheme, map).scope
}

/** Names stand in it by numbers, in the order in which they come, and behind it in words. */
function digits(mapped: (numbers: Numbers) => unknown): string | null {
  const known: (string | null)[] = []
  const numbers: Numbers = {
    of: (name) => {
      if (!known.includes(name)) known.push(name)
      return known.indexOf(name)
    },
  }
  const text = JSON.stringify([sorted(mapped(numbers)), known])
  return known.includes(null) ? null : createHash('sha256').update(text).digest('hex').slice(0, 10)
}

/** The same with keys in the order of the alphabet. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).filter(([, each]) => each !== undefined)
  return Object.fromEntries(entries.toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([key, each]) => [key, sorted(each)]))
}
