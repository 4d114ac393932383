/** Where a function is least, as far as the search came. */
export type Minimum = {
  point: readonly number[]
  value: number
  /** Values of the function that were asked for. */
  evaluations: number
  /** Whether the search came to rest, rather than to its last allowed evaluation. */
  converged: boolean
}

type Vertex = { point: readonly number[]; value: number }

/** Relative: a simplex this flat and this small is at rest. */
const flat = 1e-13
const small = 1e-9

/**
 * Least value of `f` near `start`, by the simplex of Nelder and Mead (Computer Journal 7, 1965) with the coefficients
 * that Gao and Han (Comput. Optim. Appl. 51, 2012) give for the number of dimensions. A simplex can collapse before it
 * arrives: the search begins again from where it stopped until that gains nothing. Values that are not numbers count as
 * infinitely high, so that a function may refuse a point.
 */
export function minimise(f: (point: readonly number[]) => number, start: readonly number[], { step = 0.5, most = 20_000 } = {}): Minimum {
  let evaluations = 0
  const at = (point: readonly number[]): Vertex => {
    evaluations += 1
    const value = f(point)
    return { point, value: Number.isNaN(value) ? Infinity : value }
  }
  let best = at(start)
  for (;;) {
    const found = search(at, best, step, () => evaluations < most)
    const gained = best.value - found.value
    const better = gained > flat * (Math.abs(found.value) + flat)
    if (found.value <= best.value) best = found
    if (evaluations >= most) return { ...best, evaluations, converged: false }
    if (!better) return { ...best, evaluations, converged: Number.isFinite(best.value) }
  }
}

function search(at: (point: readonly number[]) => Vertex, start: Vertex, step: number, mayGoOn: () => boolean): Vertex {
  const size = start.point.length
  const expansion = 1 + 2 / size
  const contraction = size === 1 ? 0.5 : 0.75 - 1 / (2 * size)
  const shrinking = size === 1 ? 0.5 : 1 - 1 / size
  let simplex = [start, ...start.point.map((_, axis) => at(start.point.map((value, index) => (index === axis ? value + step : value))))]
  while (mayGoOn()) {
    simplex.sort((left, right) => left.value - right.value)
    const [best, worst] = [simplex[0] ?? start, simplex[size] ?? start]
    if (isAtRest(simplex, best, worst)) break
    const others = simplex.slice(0, size)
    const centre = best.point.map((_, axis) => others.reduce((sum, { point }) => sum + (point[axis] ?? 0), 0) / size)
    const along = (factor: number): Vertex => at(centre.map((value, axis) => value + factor * (value - (worst.point[axis] ?? 0))))
    const next = replacement()
    if (next === null) simplex = [best, ...simplex.slice(1).map(({ point }) => at(towards(best.point, point, shrinking)))]
    else simplex[size] = next

    /** What takes the place of the worst; null when nothing along its line is better. */
    function replacement(): Vertex | null {
      const mirrored = along(1)
      if (mirrored.value < best.value) {
        const expanded = along(expansion)
        return expanded.value < mirrored.value ? expanded : mirrored
      }
      if (mirrored.value < (others.at(-1)?.value ?? Infinity)) return mirrored
      const outside = mirrored.value < worst.value
      const contracted = along(outside ? contraction : -contraction)
      return contracted.value < (outside ? mirrored.value : worst.value) ? contracted : null
    }
  }
  return simplex.reduce((least, vertex) => (vertex.value < least.value ? vertex : least))
}

function isAtRest(simplex: readonly Vertex[], best: Vertex, worst: Vertex): boolean {
  if (!(worst.value - best.value <= flat * (Math.abs(best.value) + flat))) return false
  return simplex.every(({ point }) => point.every((value, axis) => Math.abs(value - (best.point[axis] ?? 0)) <= small * (1 + Math.abs(value))))
}

const towards = (from: readonly number[], to: readonly number[], part: number): number[] =>
  from.map((value, axis) => value + part * ((to[axis] ?? 0) - value))
