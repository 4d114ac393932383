/** What is known of a deal: the value of each field by its name; fields without a value are left out. */
export type DealFields = Readonly<Record<string, string | number>>

/** How often each value of each field occurred among won and among lost deals, and how often the field had any. */
export type WinModel = {
  won: number
  lost: number
  counts: ReadonlyMap<string, ReadonlyMap<string | number, Count>>
  totals: ReadonlyMap<string, Count>
}

type Count = { won: number; lost: number }

/** Below so many won or lost deals the model says nothing. */
export const leastDeals = 30

export function winModel(deals: readonly { fields: DealFields; won: boolean }[]): WinModel {
  const counts = new Map<string, Map<string | number, Count>>()
  for (const { fields, won } of deals) {
    for (const [field, value] of Object.entries(fields)) {
      const values = counts.get(field) ?? new Map<string | number, Count>()
      const count = values.get(value) ?? { won: 0, lost: 0 }
      count[won ? 'won' : 'lost'] += 1
      values.set(value, count)
      counts.set(field, values)
    }
  }
  const won = deals.filter((deal) => deal.won).length
  const totals = new Map([...counts].map(([field, values]) => [field, totalOf(values)]))
  return { won, lost: deals.length - won, counts, totals }
}

const totalOf = (values: ReadonlyMap<string | number, Count>): Count =>
  [...values.values()].reduce((sum, each) => ({ won: sum.won + each.won, lost: sum.lost + each.lost }), { won: 0, lost: 0 })

/**
 * Chance that a deal is won, 0–1, by naive Bayes: fields are taken as independent of each other (Maron 1961; Odoo scores
 * leads so). Laplace's rule adds one to each count, so that a value seen only among lost deals leaves a chance. Values
 * never seen say nothing. Null below `leastDeals` won or lost.
 */
export function winProbability(model: WinModel, fields: DealFields): number | null {
  const { won, lost } = model
  if (won < leastDeals || lost < leastDeals) return null
  return 1 / (1 + Math.exp(-lnOddsOf(model, fields, null)))
}

/** What one value of a deal says: above nothing it speaks for winning, below for losing (its part of the logarithm of the odds). */
export type Evidence = { field: string; value: string | number; weight: number }

/** What each field of a deal says, in their order; values never seen say nothing and are left out. */
export function winEvidence(model: WinModel, fields: DealFields): Evidence[] {
  return Object.entries(fields).flatMap(([field, value]) => {
    const weight = weightOf(model, field, value, null)
    return weight === null ? [] : [{ field, value, weight }]
  })
}

/** How the deal judged itself ended, where the model knows it and is to judge it as if it did not. */
type Own = 'won' | 'lost' | null

/** Natural logarithm of the odds of winning. */
function lnOddsOf(model: WinModel, fields: DealFields, own: Own): number {
  let sum = Math.log(model.won - (own === 'won' ? 1 : 0)) - Math.log(model.lost - (own === 'lost' ? 1 : 0))
  for (const [field, value] of Object.entries(fields)) sum += weightOf(model, field, value, own) ?? 0
  return sum
}

/** Null for a value that no other deal had. */
function weightOf({ counts, totals }: WinModel, field: string, value: string | number, own: Own): number | null {
  const values = counts.get(field)
  const known = values?.get(value)
  const all = totals.get(field)
  if (values === undefined || known === undefined || all === undefined) return null
  const [ownWon, ownLost] = [own === 'won' ? 1 : 0, own === 'lost' ? 1 : 0]
  const [won, lost] = [known.won - ownWon, known.lost - ownLost]
  if (won + lost === 0) return null
  return Math.log((won + 1) / (all.won - ownWon + values.size)) - Math.log((lost + 1) / (all.lost - ownLost + values.size))
}

/**
 * How well the model guesses deals it does not know: each closed one is judged by the others (leave-one-out). `right`:
 * share of those whose end is guessed; `plain`: share that guessing the more frequent end would get. At least two of each are needed.
 */
export function winCheck(model: WinModel, deals: readonly { fields: DealFields; won: boolean }[]): { right: number; plain: number } | null {
  if (model.won < 2 || model.lost < 2) return null
  const right = deals.filter(({ fields, won }) => lnOddsOf(model, fields, won ? 'won' : 'lost') >= 0 === won).length
  return { right: right / deals.length, plain: Math.max(model.won, model.lost) / deals.length }
}
