import { z } from 'zod'

/** The class a row keeps between the runs of its scheme, or until enough of them agree that it is to go down. */
export const keptClassSchema = z.object({
  optionId: z.number().int().positive(),
  /** How many runs after another gave a later class. */
  against: z.number().int().min(0),
  /** The period of the last of them, which counts once; null when there is none. */
  counted: z.string().nullable(),
})
export type KeptClass = z.infer<typeof keptClassSchema>

type Run = {
  /** So many runs have to agree before a row goes down; 1: at once. */
  after: number
  /** The period of this run. */
  period: string
  /** Where a class stands among those of its column: the best first. */
  placeOf: (optionId: number) => number
}

/**
 * What a row keeps after a run of which the rule says `ruled`. Nothing is kept where the rule says nothing; a better
 * class, and the first one, is taken at once; a later one after as many runs that each gave a later one.
 */
export function nextKept(kept: KeptClass | null, ruled: number | null, { after, period, placeOf }: Run): KeptClass | null {
  if (ruled === null) return null
  const taken: KeptClass = { optionId: ruled, against: 0, counted: null }
  if (kept === null || placeOf(ruled) <= placeOf(kept.optionId)) return taken
  // Periods are named so that later ones sort behind; a clock that is put back counts none.
  const against = kept.counted !== null && kept.counted >= period ? kept.against : kept.against + 1
  return against >= after ? taken : { optionId: kept.optionId, against, counted: period }
}

export function isSameKept(left: KeptClass | null, right: KeptClass | null): boolean {
  if (left === null || right === null) return left === right
  return left.optionId === right.optionId && left.against === right.against && left.counted === right.counted
}
