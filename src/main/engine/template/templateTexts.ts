import type { Lang } from '#shared/i18n/lang.ts'
import { template as en } from '#shared/i18n/en/template.ts'
import { templateLibrary as enLibrary } from '#shared/i18n/en/templateLibrary.ts'
import { templateModules as enModules } from '#shared/i18n/en/templateModules.ts'
import { templateTasks as enTasks } from '#shared/i18n/en/templateTasks.ts'
import { template as zhCN } from '#shared/i18n/zh-CN/template.ts'
import { templateLibrary as zhCNLibrary } from '#shared/i18n/zh-CN/templateLibrary.ts'
import { templateModules as zhCNModules } from '#shared/i18n/zh-CN/templateModules.ts'
import { templateTasks as zhCNTasks } from '#shared/i18n/zh-CN/templateTasks.ts'

/** The name of a thing of the template by its code, such as `customer.status.won` or `view.order.all`. */
export function templateText(lang: Lang, code: string): string {
  const name = texts[lang][code]
  if (name === undefined) throw new Error(`template: no name for ${code}`)
  return name
}

/** What a column is about; most names say enough. */
export const templateAbout = (lang: Lang, role: string): string => texts[lang][`${role}.about`] ?? ''

const texts: Record<Lang, Readonly<Record<string, string>>> = {
  'zh-CN': { ...zhCN, ...zhCNLibrary, ...zhCNModules, ...zhCNTasks },
  en: { ...en, ...enLibrary, ...enModules, ...enTasks },
}
