import type { SchemeCode } from '#shared/model/roles.ts'
import type { Scheme } from '#shared/model/scheme.ts'

/** How many classes the head of a page has room for. */
const mostInHead = 5

/** The grade first, then how urgent and how far: the order in which a customer is thought of. */
export function byWeight(schemes: readonly Scheme[]): Scheme[] {
  const weight = (scheme: Scheme) => (firstSchemes.includes(scheme.code) ? firstSchemes.indexOf(scheme.code) : firstSchemes.length)
  return schemes.toSorted((one, other) => weight(one) - weight(other))
}

/** The classes that the head of a page shows: those whose columns the table's first view shows, as many as there is room for. */
export function schemesOfHead(schemes: readonly Scheme[], hidden: ReadonlySet<number>): Scheme[] {
  return byWeight(schemes)
    .filter(({ targetColumnId }) => !hidden.has(targetColumnId))
    .slice(0, mostInHead)
}

const firstSchemes: readonly string[] = ['grade', 'urgency', 'dealStatus', 'importance'] satisfies SchemeCode[]
