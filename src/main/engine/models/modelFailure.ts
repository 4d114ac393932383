/** Why a model has no answer; whoever shows the model says it in a sentence. */
export type ModelFailure =
  | 'tooFewCustomers'
  | 'impossibleHistory'
  | 'nobodyBoughtAgain'
  | 'noFit'
  | 'tooFewValues'
  | 'valuesAllEqual'
  | 'valuesNotPositive'
  | 'nothingToCompare'
