import type { ModelFailure } from '#shared/model/modelFailure.ts'

/** Why two columns say nothing of each other. */
export type ComparisonProblem = 'tooFewValues' | 'valuesAllEqual' | 'nothingToCompare' | 'valuesTooLarge'

/** Of what may go wrong with a model, what may go wrong with a comparison. */
export function comparisonProblem(failure: ModelFailure): ComparisonProblem {
  return failure === 'valuesAllEqual' || failure === 'nothingToCompare' || failure === 'valuesTooLarge' ? failure : 'tooFewValues'
}
