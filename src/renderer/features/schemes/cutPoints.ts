import type { Rule } from '#shared/model/scheme.ts'
import { isBanded, setBand } from './ruleEdit.ts'

/** A bound of a rule that can be moved along its measure: where the class of `optionId` begins. */
export type CutPoint = { index: number; value: number; optionId: number }

/** The bounds of a rule that stand on the scale of its measure, ascending. */
export function cutPoints(rule: Rule): CutPoint[] {
  switch (rule.kind) {
    case 'bands':
    case 'score':
    case 'alive':
    case 'rankScore':
      return rule.bands.flatMap(({ from, optionId }, index) => (from === null || index === 0 ? [] : [{ index, value: from, optionId }]))
    case 'percentile':
      return rule.percentile === null ? [{ index: 0, value: rule.minimum, optionId: rule.upperOptionId }] : []
    default:
      return []
  }
}

/** The same rule with one bound moved, not past its neighbours. */
export function moveCutPoint(rule: Rule, index: number, value: number): Rule {
  const points = cutPoints(rule)
  const place = points.findIndex((point) => point.index === index)
  const [below, above] = [points[place - 1]?.value, points[place + 1]?.value]
  if ((below !== undefined && value <= below) || (above !== undefined && value >= above)) return rule
  if (rule.kind === 'percentile') return { ...rule, minimum: value }
  return isBanded(rule) ? setBand(rule, index, value) : rule
}

/** The step in which a bound moves over a scale this long: 1, 2 or 5 times a power of ten, about a two-hundredth. */
export function stepOf(length: number): number {
  const rough = length / 200
  if (!(rough > 0)) return 1
  const power = 10 ** Math.floor(Math.log10(rough))
  return Number((([1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10) * power).toPrecision(12))
}

/** A value on the scale, in steps, without the dust of binary fractions. */
export const snapped = (value: number, step: number): number => Number((Math.round(value / step) * step).toPrecision(12))
