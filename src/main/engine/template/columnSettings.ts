import type { Lang } from '#shared/i18n/lang.ts'
import type { Column } from '#shared/model/column.ts'
import { resolveFilter, type Ids } from './resolve.ts'
import type { TemplateColumn, TemplateTable } from './templateData.ts'
import { templateText } from './templateTexts.ts'

type SettingsOf<Known extends Column> = Known extends Column ? Pick<Known, 'type' | 'settings'> : never

/** The type and settings of a column of the template, with ids for codes. */
export function columnSettings(ids: Ids, tables: readonly TemplateTable[], column: TemplateColumn, lang: Lang): SettingsOf<Column> {
  switch (column.type) {
    case 'currency':
      return { type: 'number', settings: { format: 'currency', decimals: 2, thousands: true, symbol: lang === 'zh-CN' ? '￥' : '¥' } }
    case 'autoNumber':
      return { type: 'autoNumber', settings: { pattern: column.pattern } }
    case 'singleSelect': {
      const options = column.options.map(({ code, color }) => ({
        id: ids.option(column.role, code),
        name: templateText(lang, `${column.role}.${code}`),
        code,
        color,
      }))
      return { type: 'singleSelect', settings: { options } }
    }
    case 'link': {
      const other = tables.find((table) => table.columns.some((known) => known.role === column.inverse))
      if (other === undefined) throw new Error(`template: no table has ${column.inverse}`)
      return {
        type: 'link',
        settings: {
          ...ids.link(column.role),
          otherTableId: ids.table(other.role),
          otherColumnId: ids.column(column.inverse),
          multiple: column.multiple,
        },
      }
    }
    case 'lookup':
      return { type: 'lookup', settings: { linkColumnId: ids.column(column.link), targetColumnId: ids.column(column.target) } }
    case 'rollup':
      return {
        type: 'rollup',
        settings: {
          linkColumnId: ids.column(column.link),
          targetColumnId: column.target === undefined ? null : ids.column(column.target),
          function: column.function,
          orderColumnId: column.order === undefined ? null : ids.column(column.order),
          filter: column.filter === undefined ? null : resolveFilter(ids, column.filter),
        },
      }
    case 'duration':
      return { type: 'duration', settings: { format: 'h:mm' } }
    case 'rating':
      return { type: 'rating', settings: { max: 5, icon: 'star' } }
    default:
      return { type: column.type, settings: {} }
  }
}
