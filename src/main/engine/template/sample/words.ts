import type { Lang } from '#shared/i18n/lang.ts'
import { wordsEn } from './wordsEn.ts'
import { wordsZh } from './wordsZh.ts'

export type Place = { province: string; city: string; district: string; street: string }

/** A talk with a customer by what it is about: what was said, and what comes next. */
export type TopicWords = { content: readonly [string, ...string[]]; next: readonly [string, ...string[]] }

/** What the sample rows are made of, in one language. */
export type SampleWords = {
  members: readonly [string, string, string, string]
  /** One for each of the 60 customers. */
  brands: readonly string[]
  /** Persons who are customers themselves. */
  persons: readonly [string, ...string[]]
  companyName: (place: Place, brand: string, business: string) => string
  places: readonly [Place, ...Place[]]
  /** What a company of the industry calls itself, and what it buys. */
  industries: Record<SampleIndustry, { business: string; products: readonly [string, ...string[]] }>
  contactNames: readonly [string, ...string[]]
  positions: Record<'decides' | 'influences' | 'uses' | 'finance' | 'gatekeeper', string>
  topics: Record<SampleTopic, TopicWords>
  /** Why customers left, in the last talk with those who said so. */
  partings: readonly string[]
  needs: readonly [string, ...string[]]
  notes: readonly [string, ...string[]]
}

export const sampleIndustries = [
  'manufacturing',
  'wholesale',
  'retail',
  'construction',
  'food',
  'technology',
  'logistics',
  'education',
  'health',
  'services',
  'agriculture',
] as const
export type SampleIndustry = (typeof sampleIndustries)[number]

export const sampleTopics = [
  'firstContact',
  'need',
  'quote',
  'negotiation',
  'contract',
  'afterSales',
  'returnVisit',
  'care',
  'dunning',
  'winBack',
] as const
export type SampleTopic = (typeof sampleTopics)[number]

export function sampleWords(lang: Lang): SampleWords {
  return lang === 'zh-CN' ? wordsZh : wordsEn
}
