import { formula as en } from '../i18n/en/formula.ts'
import type { Lang } from '../i18n/lang.ts'
import { fillMessage } from '../i18n/message.ts'
import { formula as zhCN } from '../i18n/zh-CN/formula.ts'
import type { FormulaProblem } from './problem.ts'

/** What is wrong with a formula and what to do, in both languages. */
export function problemText({ code, params }: FormulaProblem): Record<Lang, string> {
  return { 'zh-CN': fillMessage(zhCN[code], params, 'zh-CN'), en: fillMessage(en[code], params, 'en') }
}
