/** Enough for the functions that stand inside one another in one formula of one row. */
const kept = 4

/**
 * A pure function that knows its last few calls. SQL asks a script for its value and for its failure, and a script around
 * it for both again: the same call within a moment, twice as often for each that stands outside.
 */
export function knowingLastCalls<Value, Outcome>(run: (values: readonly Value[]) => Outcome): (values: readonly Value[]) => Outcome {
  const calls: { values: readonly Value[]; outcome: Outcome }[] = []
  let next = 0
  return (values) => {
    const known = calls.find((call) => isSame(call.values, values))
    if (known !== undefined) return known.outcome
    const outcome = run(values)
    calls[next] = { values, outcome }
    next = (next + 1) % kept
    return outcome
  }
}

function isSame(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((value, index) => value === other[index])
}
