import type { SampleIndustry } from '../words.ts'
import type { ModuleWords } from './moduleWords.ts'

/** A customer of the sample as it stands in the base now. */
export type KnownCustomer = {
  id: number
  industry: SampleIndustry | null
  source: string | null
  /** Place of the member it belongs to. */
  owner: number
  orders: readonly KnownOrder[]
  isDead: boolean
  isNegotiating: boolean
}

export type KnownOrder = { id: number; amount: number; date: string; isCancelled: boolean }

/** What sample rows of modules are made from: the sample's customers, those who bought most first. */
export type KnownBook = { today: string; words: ModuleWords; customers: readonly KnownCustomer[] }

export const boughtSomething = ({ orders }: KnownCustomer): boolean => orders.some(({ isCancelled }) => !isCancelled)
