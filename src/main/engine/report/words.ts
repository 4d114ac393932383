import { formatNumber } from '#shared/lib/formatNumber.ts'
import type { Lang } from '#shared/i18n/lang.ts'
import { translator, type Translate } from '#shared/i18n/translate.ts'
import type { CellValue } from '#shared/model/cell.ts'
import type { Column } from '#shared/model/column.ts'
import { displayColumn } from '#shared/model/columns/display.ts'
import type { ReadContext } from '../context.ts'

/** How the report speaks: its texts, and numbers as a sentence has them. */
export type Words = {
  lang: Lang
  t: Translate
  money: (amount: number) => string
  share: (share: number) => string
  quoted: (name: string) => string
  /** Sentences one after the other. */
  joined: (sentences: readonly string[]) => string
  /** The name of a member by id. */
  member: (id: CellValue) => string
  /** The name of an option of a select column, or of a column that reads one. */
  option: (column: Column | undefined, id: CellValue) => string | null
}

export function wordsOf(context: ReadContext, lang: Lang): Words {
  const t = translator(lang)
  const symbol = lang === 'zh-CN' ? '￥' : '¥'
  return {
    lang,
    t,
    money: (amount) => formatNumber(amount, { format: 'currency', decimals: Number.isInteger(amount) ? 0 : 2, thousands: true, symbol }),
    share: (share) =>
      formatNumber(share, { format: 'percent', decimals: Math.abs(share) >= 0.0995 || share === 0 ? 0 : 1, thousands: false, symbol: '' }),
    quoted: (name) => (lang === 'zh-CN' ? `「${name}」` : `“${name}”`),
    joined: (sentences) => sentences.filter((sentence) => sentence !== '').join(lang === 'zh-CN' ? '' : ' '),
    member: (id) => context.schema.members.get(Number(id))?.name ?? t('report.nobody'),
    option: (column, id) => optionOf(context, column, id)?.name ?? null,
  }
}

/** The option itself, for its colour. */
export function optionOf(context: ReadContext, column: Column | undefined, id: CellValue) {
  if (column === undefined || id === null) return undefined
  const shown = displayColumn(column, context.schema.columns)
  return shown.type === 'singleSelect' ? shown.settings.options.find((option) => option.id === id) : undefined
}
