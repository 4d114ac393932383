import type { z } from 'zod'
import type { Analysis, AnalysisInputs, AnalysisName, analysisRequestSchema } from '#shared/contract/analysis.ts'
import { concentration } from './concentration.ts'
import { groupMeans } from './groupMeans.ts'
import type { Making } from './making.ts'
import { preferences } from './preferences.ts'
import { relation } from './relation.ts'

/** What makes each analysis. */
export const analyses: { readonly [Name in AnalysisName]: (making: Making, input: AnalysisInputs[Name]) => Analysis } = {
  concentration,
  relation,
  groupMeans,
  preferences,
}

export type ParsedRequest = z.output<typeof analysisRequestSchema>

/** Makes whichever is asked for. */
export function analyse<Name extends AnalysisName>(making: Making, request: { name: Name; input: AnalysisInputs[Name] }): Analysis {
  return analyses[request.name](making, request.input)
}
