import type { Translate } from '#shared/i18n/translate.ts'
import { commands as texts } from '#shared/i18n/zh-CN/commands.ts'

/** What a step of the log did, in a word or two; `rows.update` is 修改单元格, and what a button did is told by its name. */
export function operationText(operation: string, t: Translate, label?: string): string {
  if (label !== undefined) return t('history.operation.pressed', { name: label })
  const key = `operation.${operation}`
  return isText(key) ? t(`commands.${key}`) : t('commands.operation.other')
}

type OperationText = Extract<keyof typeof texts, `operation.${string}`>

function isText(key: string): key is OperationText {
  return Object.hasOwn(texts, key)
}
