/** Room for the sign that says how many more there are. */
const signWidth = 26

/** How many chips fit whole in a line, given where each ends; where not all do, beside the sign for the others. At least one. */
export function fittingChips(ends: readonly number[], width: number): number {
  const last = ends.at(-1)
  // Half a pixel is rounding.
  if (last === undefined || last <= width + 0.5) return ends.length
  return Math.max(1, ends.filter((end) => end <= width - signWidth).length)
}
