/** What is known of a deal: the value of each field by its name; fields without a value are left out. */
export type DealFields = Readonly<Record<string, string | number>>

/** How often each value of each field occurred among won and among lost deals. */
export type WinModel = {
  won: number
  lost: number
  counts: ReadonlyMap<string, ReadonlyMap<string | number, { won: number; lost: number }>>
}

/** Below so many won or lost deals the model says nothing. */
export const leastDeals = 30

export function winModel(deals: readonly { fields: DealFields; won: boolean }[]): WinModel {
  const counts = new Map<string, Map<string | number, { won: number; lost: number }>>()
  for (const { fields, won } of deals) {
    for (const [field, value] of Object.entries(fields)) {
      const values = counts.get(field) ?? new Map<string | number, { won: number; lost: number }>()
      const count = values.get(value) ?? { won: 0, lost: 0 }
      values.set(value, won ? { ...count, won: count.won + 1 } : { ...count, lost: count.lost + 1 })
      counts.set(field, values)
    }
  }
  const won = deals.filter((deal) => deal.won).length
  return { won, lost: deals.length - won, counts }
}

/**
 * Chance that a deal is won, 0–1, by naive Bayes: fields are taken as independent of each other (Maron 1961; Odoo scores
 * leads so). Laplace's rule adds one to each count, so that a value seen only among lost deals leaves a chance. Values
 * never seen say nothing. Null below `leastDeals` won or lost.
 */
export function winProbability(model: WinModel, fields: DealFields): number | null {
  const { won, lost } = model
  if (won < leastDeals || lost < leastDeals) return null
  const lnOdds = winEvidence(model, fields).reduce((sum, { weight }) => sum + weight, Math.log(won) - Math.log(lost))
  return 1 / (1 + Math.exp(-lnOdds))
}

/** What one value of a deal says: above nothing it speaks for winning, below for losing (its part of the logarithm of the odds). */
export type Evidence = { field: string; value: string | number; weight: number }

/** What each field of a deal says, in their order; values never seen say nothing and are left out. */
export function winEvidence({ counts }: WinModel, fields: DealFields): Evidence[] {
  return Object.entries(fields).flatMap(([field, value]) => {
    const values = counts.get(field)
    const count = values?.get(value)
    if (values === undefined || count === undefined) return []
    const kinds = values.size
    const all = [...values.values()].reduce((sum, each) => ({ won: sum.won + each.won, lost: sum.lost + each.lost }), { won: 0, lost: 0 })
    const weight = Math.log((count.won + 1) / (all.won + kinds)) - Math.log((count.lost + 1) / (all.lost + kinds))
    return [{ field, value, weight }]
  })
}
