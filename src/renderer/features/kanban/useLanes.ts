import type { Page } from '#shared/contract/records.ts'
import type { Column } from '#shared/model/column.ts'
import { useMemo } from 'react'
import { useSchema } from '#renderer/client/useBase.ts'
import { useFormat } from '#renderer/client/useFormat.ts'
import { useT } from '#renderer/ui/lang.ts'
import { lanesOf, type Lane } from './lanes.ts'

/** The lanes of a column in the language of the window, with the counts last read. */
export function useLanes(column: Column, heads: Page | undefined, hideEmpty: boolean): readonly Lane[] {
  const t = useT()
  const schema = useSchema()
  const format = useFormat()
  return useMemo(() => {
    const isClass = schema.schemeOfColumn(column.id) !== undefined
    const words = { empty: t(isClass ? 'common.unclassified' : 'kanban.unfilled'), yes: t('common.yes'), no: t('common.no'), format }
    const groups = heads?.items.filter((item) => item.kind === 'group') ?? []
    return lanesOf(column, groups, schema.members, words, hideEmpty)
  }, [t, schema, format, column, heads, hideEmpty])
}
