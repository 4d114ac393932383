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

/**
 * What each field of a deal says, in their order; values never seen say nothing and are left out. `own`: how the deal
 * itself ended, where the model knows it and is to judge it as if it did not.
 */
export function winEvidence({ counts }: WinModel, fields: DealFields, own: 'won' | 'lost' | null = null): Evidence[] {
  const itself = { won: own === 'won' ? 1 : 0, lost: own === 'lost' ? 1 : 0 }
  const less = (count: Count): Count => ({ won: count.won - itself.won, lost: count.lost - itself.lost })
  return Object.entries(fields).flatMap(([field, value]) => {
    const values = counts.get(field)
    const known = values?.get(value)
    if (values === undefined || known === undefined) return []
    const count = less(known)
    if (count.won + count.lost === 0) return []
    const kinds = values.size
    const all = less([...values.values()].reduce((sum, each) => ({ won: sum.won + each.won, lost: sum.lost + each.lost }), { won: 0, lost: 0 }))
    const weight = Math.log((count.won + 1) / (all.won + kinds)) - Math.log((count.lost + 1) / (all.lost + kinds))
    return [{ field, value, weight }]
  })
}

type Count = { won: number; lost: number }

/**
 * How well the model guesses deals it does not know: each closed one is judged by the others (leave-one-out). `right`:
 * share of those whose end is guessed; `plain`: share that guessing the more frequent end would get. At least two of each are needed.
 */
export function winCheck(model: WinModel, deals: readonly { fields: DealFields; won: boolean }[]): { right: number; plain: number } | null {
  if (model.won < 2 || model.lost < 2) return null
  const right = deals.filter(({ fields, won }) => {
    const [wonOthers, lostOthers] = won ? [model.won - 1, model.lost] : [model.won, model.lost - 1]
    const start = Math.log(wonOthers) - Math.log(lostOthers)
    const lnOdds = winEvidence(model, fields, won ? 'won' : 'lost').reduce((sum, { weight }) => sum + weight, start)
    return lnOdds >= 0 === won
  }).length
  return { right: right / deals.length, plain: Math.max(model.won, model.lost) / deals.length }
}
