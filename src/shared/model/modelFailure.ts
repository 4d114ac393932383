export const modelFailures = [
  'tooFewCustomers',
  'impossibleHistory',
  'nobodyBoughtAgain',
  'noFit',
  'tooFewValues',
  'valuesAllEqual',
  'valuesNotPositive',
  'nothingToCompare',
  'valuesTooLarge',
] as const
/** Why a model has no answer; whoever shows the model says it in a sentence (`words.modelFailure.<code>`). */
export type ModelFailure = (typeof modelFailures)[number]
