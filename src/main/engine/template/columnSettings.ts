import type { Lang } from '#shared/i18n/lang.ts'
import type { Column, NumberSettings } from '#shared/model/column.ts'
import type { Option } from '#shared/model/option.ts'
import { columnRoles, type ColumnRole } from '#shared/model/roles.ts'
import { resolveFilter, type Ids } from './resolve.ts'
import type { NumberLook, TemplateColumn, TemplateOption, TemplateTable } from './templateData.ts'
import { templateText } from './templateTexts.ts'

type SettingsOf<Known extends Column> = Known extends Column ? Pick<Known, 'type' | 'settings'> : never

/**
 * The type and settings of a column of the template, with ids for codes. A formula's are worked out once everything it
 * reads is there.
 */
export function columnSettings(
  ids: Ids,
  tables: readonly TemplateTable[],
  column: Exclude<TemplateColumn, { type: 'formula' }>,
  lang: Lang,
): SettingsOf<Column> {
  switch (column.type) {
    case 'number':
    case 'percent':
    case 'currency':
      return { type: 'number', settings: numberSettings(column.type, column.decimals, lang) }
    case 'autoNumber':
      return { type: 'autoNumber', settings: { pattern: column.pattern } }
    case 'singleSelect':
    case 'multipleSelect': {
      const options = column.options.map((option) => templateOption(ids, column.role, option, lang))
      return { type: column.type, settings: { options } }
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

/** An option of the template under the id that stands for its code. */
export function templateOption(ids: Ids, role: ColumnRole, { code, color }: TemplateOption, lang: Lang): Option & { code: string } {
  return { id: ids.option(role, code), name: templateText(lang, `${role}.${code}`), code, color }
}

export function numberSettings(look: NumberLook, decimals: number | undefined, lang: Lang): NumberSettings {
  const usual = { number: 0, percent: 0, currency: 2 }[look]
  return {
    format: look === 'number' ? 'plain' : look,
    decimals: decimals ?? usual,
    thousands: look !== 'percent',
    symbol: look !== 'currency' ? '' : lang === 'zh-CN' ? '￥' : '¥',
  }
}

/**
 * The source of a formula with ids for roles, `{points.date}`, and texts for their codes, `[points.reason.expired]`. A role is
 * two words, so that a way over links is read in pairs.
 */
export function formulaSource(ids: Ids, source: string): string {
  const worded = source.replace(/\[(\w+(?:\.\w+)+)\]/gu, (_, code: string) => ids.text(code))
  return worded.replace(/\{(\w+(?:\.\w+)*)\}/gu, (_, path: string) => {
    const words = path.split('.')
    const pairs = words.flatMap((word, index) => (index % 2 === 0 ? [`${word}.${words[index + 1] ?? ''}`] : []))
    return `{${pairs.map((role) => `#${ids.column(knownRole(role))}`).join('.')}}`
  })
}

function knownRole(word: string): ColumnRole {
  const role = columnRoles.find((known) => known === word)
  if (role === undefined) throw new Error(`template: nothing is called ${word}`)
  return role
}
