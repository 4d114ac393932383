/** Why a model has no answer: each has a sentence in both languages. */
export type ModelFailure =
  | 'tooFewCustomers'
  | 'impossibleHistory'
  | 'nobodyBoughtAgain'
  | 'noFit'
  | 'tooFewValues'
  | 'valuesAllEqual'
  | 'valuesNotPositive'
  | 'nothingToCompare'
