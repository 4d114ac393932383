import type { ModuleCode } from '#shared/model/modules.ts'
import type { SampleRows } from '../sampleRow.ts'
import type { KnownBook } from './knownBook.ts'
import { sampleContracts } from './sampleContracts.ts'
import { sampleOpportunities } from './sampleOpportunities.ts'
import { samplePoints } from './samplePoints.ts'
import { sampleProducts } from './sampleProducts.ts'
import { sampleReferrals } from './sampleReferrals.ts'
import { sampleSurveys } from './sampleSurveys.ts'
import { sampleTickets } from './sampleTickets.ts'

/** The sample rows of a module, the same for the same day, language and customers. */
export const sampleModule: Readonly<Record<ModuleCode, (book: KnownBook) => SampleRows>> = {
  opportunities: sampleOpportunities,
  products: sampleProducts,
  contracts: sampleContracts,
  surveys: sampleSurveys,
  tickets: sampleTickets,
  referrals: sampleReferrals,
  points: samplePoints,
}
