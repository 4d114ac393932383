import type { Column, ColumnOf } from '#shared/model/column.ts'
import { computedColumnTypes, holdsValues } from '#shared/model/column.ts'
import { libraryColumnRoles } from '#shared/model/roles/libraryRoles.ts'

/** The columns of a row's page by where they stand in it. */
export type FieldGroups = {
  /** Pressed from the top of the page. */
  buttons: ColumnOf<'button'>[]
  /** A person fills these. */
  own: Column[]
  /** The engine computes these from linked rows. */
  computed: Column[]
  /** Those of them that only schemes read: they came along with one, and the table's first view hides them. */
  brought: Column[]
  /** Linked rows have a part of the page each. */
  links: Extract<Column, { type: 'link' }>[]
}

/**
 * What a page shows of a table's columns. The naming column is its title, class columns are its chips, and who made
 * and changed the row stands in one line below.
 */
export function fieldGroups(
  columns: readonly Column[],
  primaryColumnId: number | null,
  isClass: (columnId: number) => boolean,
  hidden: ReadonlySet<number>,
): FieldGroups {
  const isBrought = ({ id, role }: Column): boolean => role !== null && libraryRoles.has(role) && hidden.has(id)
  // The key of a made task is for the program; who wants to see it shows its column.
  const isKey = ({ id, role }: Column): boolean => role === 'task.sourceKey' && hidden.has(id)
  const shown = columns.filter((column) => column.id !== primaryColumnId && !isClass(column.id) && !stamps.has(column.type))
  const computed = shown.filter((column) => computedColumnTypes.has(column.type) && holdsValues(column.type))
  return {
    buttons: shown.filter((column) => column.type === 'button'),
    own: shown.filter((column) => column.type !== 'link' && !computedColumnTypes.has(column.type) && !isKey(column)),
    computed: computed.filter((column) => !isBrought(column)),
    brought: computed.filter(isBrought),
    links: shown.filter((column) => column.type === 'link'),
  }
}

/** The columns that tell most of a linked row in one line: dates, amounts, states and short texts, at most three. */
export function briefColumns(columns: readonly Column[], primaryColumnId: number | null, backLinkId: number): Column[] {
  return columns.filter((column) => column.id !== primaryColumnId && column.id !== backLinkId && briefTypes.has(column.type)).slice(0, 3)
}

const libraryRoles: ReadonlySet<string> = new Set(libraryColumnRoles)
const stamps: ReadonlySet<string> = new Set(['createdTime', 'modifiedTime', 'createdBy', 'modifiedBy'])
const briefTypes: ReadonlySet<string> = new Set(['text', 'number', 'date', 'dateTime', 'singleSelect', 'member', 'phone', 'checkbox'])
