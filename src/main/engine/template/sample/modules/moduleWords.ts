import type { Lang } from '#shared/i18n/lang.ts'
import type { SampleIndustry } from '../words.ts'
import { moduleWordsEn } from './moduleWordsEn.ts'
import { moduleWordsZh } from './moduleWordsZh.ts'
import type { ProductKey } from './productList.ts'

type Some = readonly [string, ...string[]]

/** What the sample rows of the modules are made of, in one language. */
export type ModuleWords = {
  /** Name and unit of each product. */
  products: Record<ProductKey, readonly [name: string, unit: string]>
  /** What customers of an industry ask for. */
  industryProducts: Record<SampleIndustry, Some>
  opportunityNames: Some
  nextSteps: Some
  contractNames: Some
  /** By how content somebody is. */
  opinions: { glad: Some; fair: Some; cross: Some }
  tickets: Record<'complaint' | 'feedback' | 'afterSales', Record<'quality' | 'attitude' | 'delivery' | 'price' | 'logistics' | 'other', string>>
  solutions: Some
  rewards: Some
  referralNotes: Some
}

export function moduleWords(lang: Lang): ModuleWords {
  return lang === 'zh-CN' ? moduleWordsZh : moduleWordsEn
}
