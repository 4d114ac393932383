import { useMemo } from 'react'
import type { CellValue } from '#shared/model/cell.ts'
import type { Group } from '#shared/model/group.ts'
import { groupText } from '#shared/model/groupText.ts'
import { readIds } from '#shared/model/idList.ts'
import { optionColorKey } from '#shared/model/optionColors.ts'
import type { Schema } from '../client/schema.ts'
import { useSchema } from '../client/useBase.ts'
import { useCellContext } from '../client/useFormat.ts'
import { useT } from '../ui/lang.ts'
import type { GroupLine } from './gridLine.ts'

/** What heads of groups say. */
export type GroupWords = {
  empty: string
  collapse: string
  expand: string
  /** Null where nothing can be added. */
  addRow: string | null
  columnName: (group: GroupLine) => string
  /** Options, classes or members that head the group, with their colours. */
  chips: (group: GroupLine) => readonly { name: string; color: string }[]
  text: (group: GroupLine) => string
  count: (count: number) => string
}

export function useGroupWords(groups: readonly Group[]): GroupWords {
  const t = useT()
  const schema = useSchema()
  const context = useCellContext()
  return useMemo(
    () => ({
      empty: t('grid.groupEmpty'),
      collapse: t('grid.collapse'),
      expand: t('grid.expand'),
      addRow: schema.readOnly ? null : t('groups.addRow'),
      columnName: ({ columnId }) => schema.column(columnId)?.name ?? '',
      chips: ({ columnId, value }) => chipsOf(schema, columnId, value),
      text: ({ columnId, depth, value }) => {
        const column = schema.column(columnId)
        if (column === undefined) return ''
        const shown = schema.shown(column)
        if (shown.type === 'checkbox') return t(value === 1 ? 'common.yes' : 'common.no')
        return groupText(shown, groups[depth] ?? {}, value, context)
      },
      count: (count) => t('common.rowCount', { count }),
    }),
    [t, schema, context, groups],
  )
}

function chipsOf(schema: Schema, columnId: number, value: CellValue): { name: string; color: string }[] {
  const column = schema.column(columnId)
  if (column === undefined) return []
  const shown = schema.shown(column)
  switch (shown.type) {
    case 'singleSelect':
    case 'multipleSelect':
      return named(shown.settings.options, value)
    case 'member':
    case 'members':
    case 'createdBy':
    case 'modifiedBy':
      return named(schema.members, value)
    default:
      return []
  }
}

function named(things: readonly { id: number; name: string; color: string }[], value: CellValue): { name: string; color: string }[] {
  return readIds(value).flatMap((id) => {
    const found = things.find((thing) => thing.id === id)
    return found === undefined ? [] : [{ name: found.name, color: optionColorKey(found.color) }]
  })
}
