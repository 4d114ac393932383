import type { z } from 'zod'
import type { Analysis, AnalysisInputs, AnalysisName, analysisRequestSchema } from '#shared/contract/analysis.ts'
import { concentration } from './concentration.ts'
import type { Making } from './making.ts'

/** What makes each analysis. */
export const analyses: { readonly [Name in AnalysisName]: (making: Making, input: AnalysisInputs[Name]) => Analysis } = {
  concentration,
}

export type ParsedRequest = z.output<typeof analysisRequestSchema>

/** Makes whichever is asked for. */
export function analyse<Name extends AnalysisName>(making: Making, request: { name: Name; input: AnalysisInputs[Name] }): Analysis {
  return analyses[request.name](making, request.input)
}
