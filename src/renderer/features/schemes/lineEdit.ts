import type { Option } from '#shared/model/option.ts'
import type { RuleOf } from '#shared/model/scheme.ts'
import { stepOf } from './cutPoints.ts'

type Banded = RuleOf<'bands' | 'score' | 'alive' | 'rankScore'>

/** One more band at the end, as far from the last as that from the one before, with a class that has none yet. */
export function addBand<Each extends Banded>(rule: Each, options: readonly Option[]): Each {
  const [before, last] = [rule.bands.at(-2)?.from ?? null, rule.bands.at(-1)?.from ?? null]
  const width = last === null ? 0 : before === null ? Math.abs(last) || 1 : last - before
  // Likelihoods end at 1: the new band takes the upper half of the last.
  const from = last === null ? 0 : rule.kind === 'alive' ? last + (1 - last) / 2 : last + width
  return { ...rule, bands: [...rule.bands, { from: rounded(from), optionId: unusedOption(options, rule.bands) }] }
}

/** Without one band; where the lowest goes, the next is open below as it was. */
export function removeBand<Each extends Banded>(rule: Each, index: number): Each {
  const [first] = rule.bands
  const bands = rule.bands
    .filter((_, place) => place !== index)
    .map((band, place) => (index === 0 && place === 0 && first?.from === null ? { ...band, from: null } : band))
  return { ...rule, bands }
}

/** One more class before the last, halfway to the end; among the fixed numbers too. */
export function addShare(rule: RuleOf<'pareto'>, options: readonly Option[]): RuleOf<'pareto'> {
  const optionId = unusedOption(options, [...rule.shares, { optionId: rule.nothingOptionId }])
  const before = rule.shares.at(-2)?.below ?? 0
  const shares = rule.shares.toSpliced(-1, 0, { below: rounded(before + (1 - before) / 2), optionId })
  if (rule.absolute.length !== rule.shares.length) return { ...rule, shares }
  const from = (rule.absolute.at(-2)?.from ?? 2) / 2
  return { ...rule, shares, absolute: rule.absolute.toSpliced(-1, 0, { from: rounded(from), optionId }) }
}

/** Without one class; the last that stays goes to the end. */
export function removeShare(rule: RuleOf<'pareto'>, index: number): RuleOf<'pareto'> {
  const shares = rule.shares.toSpliced(index, 1).map((share, place, all) => (place === all.length - 1 ? { ...share, below: 1 } : share))
  return { ...rule, shares, ...(rule.absolute.length === rule.shares.length ? { absolute: rule.absolute.toSpliced(index, 1) } : {}) }
}

function unusedOption(options: readonly Option[], used: readonly { optionId: number }[]): number {
  // The newest is most likely the one that was just made for it.
  return (options.findLast(({ id }) => used.every(({ optionId }) => optionId !== id)) ?? options.at(-1))?.id ?? 0
}

/** To the step in which such a bound would be dragged. */
function rounded(value: number): number {
  const step = stepOf(Math.abs(value))
  return Number((Math.round(value / step) * step).toPrecision(12))
}
