/**
 * Target group index: the share of a group in one place against its share everywhere, × 100; above 100 the place is
 * fond of the group. Null where the place has nobody, or nobody anywhere belongs to the group.
 */
export function tgi({ inGroup, all }: { inGroup: number; all: number }, overall: { inGroup: number; all: number }): number | null {
  if (all <= 0 || overall.all <= 0 || overall.inGroup <= 0) return null
  return (inGroup / all / (overall.inGroup / overall.all)) * 100
}
