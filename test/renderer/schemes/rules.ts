import type { RuleOf } from '#shared/model/scheme.ts'

/** A rule of each kind with lines that are edited. */
export const bands: RuleOf<'bands'> = {
  kind: 'bands',
  metric: { kind: 'column', columnId: 1 },
  bands: [
    { from: null, optionId: 1 },
    { from: 10, optionId: 2 },
    { from: 100, optionId: 3 },
  ],
}
export const pareto: RuleOf<'pareto'> = {
  kind: 'pareto',
  metric: { kind: 'column', columnId: 1 },
  shares: [
    { below: 0.5, optionId: 1 },
    { below: 0.8, optionId: 2 },
    { below: 1, optionId: 3 },
  ],
  minimumPopulation: 20,
  absolute: [
    { from: 500, optionId: 1 },
    { from: 200, optionId: 2 },
    { from: 0, optionId: 3 },
  ],
  nothingOptionId: 4,
}
