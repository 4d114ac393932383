import type { Rule } from '#shared/model/scheme.ts'
import { call } from '../../client/call.ts'

/** Bands of a number begin where they have about as many rows each, and not at numbers that suit no table. */
export async function withEvenBands(rule: Rule): Promise<Rule> {
  if (rule.kind !== 'bands' || rule.metric.kind !== 'column') return rule
  // Where it cannot be told, the rule stays as it is: it is only where the owner begins.
  const bounds = await call('schemes.evenBounds', { columnId: rule.metric.columnId, bands: rule.bands.length }).catch(() => [])
  return bandsAt(rule, bounds)
}

/** The bands with these bounds, where there is one for each but the lowest. */
export function bandsAt(rule: Extract<Rule, { kind: 'bands' }>, bounds: readonly number[]): Rule {
  if (bounds.length !== rule.bands.length - 1) return rule
  return { ...rule, bands: rule.bands.map((band, index) => (index === 0 ? band : { ...band, from: bounds[index - 1] ?? band.from })) }
}
