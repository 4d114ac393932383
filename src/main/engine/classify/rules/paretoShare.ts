import type { RuleOf } from '#shared/model/scheme.ts'

/** Of the total: what greater rows hold together, and what a row holds itself. */
export type ParetoShare = { before: number; own: number }

/** Whether a row is of the class that ends at `below`, or of one before it. */
export function isWithinShare({ counting }: Pick<RuleOf<'pareto'>, 'counting'>, { before, own }: ParetoShare, below: number): boolean {
  if (counting === 'within') return before === 0 || toTwelve(before + own) <= below
  return toTwelve(before) < below
}

/** 0.1 + 0.2 of a total must not stand above a bound of 0.3. */
const toTwelve = (share: number): number => Number(share.toPrecision(12))
