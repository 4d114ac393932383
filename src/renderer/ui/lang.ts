import type { Lang } from '#shared/i18n/lang.ts'
import { translator, type Translate } from '#shared/i18n/translate.ts'
import { createContext, use } from 'react'

/** The window's language; set once by the shell. */
export const LangContext = createContext<Lang>('zh-CN')

export const useLang = (): Lang => use(LangContext)

/** `const t = useT()`, then `t('grid.addRow')`. */
export const useT = (): Translate => translators[useLang()]

const translators: Record<Lang, Translate> = { 'zh-CN': translator('zh-CN'), en: translator('en') }
