import type { Minimum } from './minimise.ts'

/** A function's value at a point, and its derivatives there. */
export type Slope = { value: number; gradient: readonly number[] }

const mostSteps = 500
/** Share of the promised gain that a step has to bring (Armijo). */
const leastGain = 1e-4
/** Gradients below this, relative to the value, are taken for none. */
const level = 1e-9
/** Share of a value that rounding may leave of it. */
const noise = 1e-14

/**
 * Least value of a smooth function near `start`, with its derivatives: the quasi-Newton method of Broyden, Fletcher,
 * Goldfarb and Shanno (Nocedal and Wright, Numerical Optimization, 2006, algorithm 6.1) with steps halved until they gain.
 * Some thirty evaluations do where a simplex takes a thousand. Values that are not numbers count as infinitely high.
 */
export function descend(f: (point: readonly number[]) => Slope, start: readonly number[]): Minimum {
  let evaluations = 0
  const at = (point: readonly number[]): Slope & { point: readonly number[] } => {
    evaluations += 1
    const { value, gradient } = f(point)
    return { point, value: Number.isNaN(value) ? Infinity : value, gradient }
  }
  let here = at(start)
  let inverse = identity(start.length)
  for (let step = 0; step < mostSteps; step += 1) {
    if (isLevel(here)) return { point: here.point, value: here.value, evaluations, converged: true }
    let direction = inverse.map((row) => -dot(row, here.gradient))
    if (!(dot(direction, here.gradient) < 0)) {
      inverse = identity(start.length)
      direction = here.gradient.map((each) => -each)
    }
    // Less than rounding leaves of the value cannot be gained: a search for it would go through every shorter step.
    const isSpent = -dot(direction, here.gradient) <= noise * (1 + Math.abs(here.value)) && isLevel(here, 1e-6)
    const next = isSpent ? null : along(at, here, direction)
    if (next === null) return { point: here.point, value: here.value, evaluations, converged: isLevel(here, 1e-6) }
    inverse = updated(inverse, minus(next.point, here.point), minus(next.gradient, here.gradient))
    here = next
  }
  return { point: here.point, value: here.value, evaluations, converged: false }
}

type Place = Slope & { point: readonly number[] }

/** The first of ever shorter steps that gains enough; null when none does any more. */
function along(at: (point: readonly number[]) => Place, here: Place, direction: readonly number[]): Place | null {
  const slope = dot(direction, here.gradient)
  // A first step as long as the gradient may lead far out: none is longer than 2 in any parameter.
  const longest = Math.max(...direction.map(Math.abs))
  for (let length = Math.min(1, 2 / longest); length * longest > 1e-14; length /= 2) {
    const next = at(here.point.map((value, axis) => value + length * (direction[axis] ?? 0)))
    if (next.value <= here.value + leastGain * length * slope && next.value < here.value) return next
  }
  return null
}

/** The approximate inverse of the second derivatives after a step; unchanged where the step shows no curve. */
function updated(inverse: readonly (readonly number[])[], step: readonly number[], change: readonly number[]): number[][] {
  const curve = dot(step, change)
  if (!(curve > 0)) return inverse.map((row) => [...row])
  const turned = inverse.map((row) => dot(row, change))
  const spread = 1 + dot(change, turned) / curve
  return inverse.map((row, i) =>
    row.map((value, j) => {
      const [si, sj, ti, tj] = [step[i] ?? 0, step[j] ?? 0, turned[i] ?? 0, turned[j] ?? 0]
      return value + (spread * si * sj - ti * sj - si * tj) / curve
    }),
  )
}

const isLevel = ({ value, gradient }: Slope, limit = level): boolean =>
  Number.isFinite(value) && Math.max(...gradient.map(Math.abs)) <= limit * (1 + Math.abs(value))

const identity = (size: number): number[][] => Array.from({ length: size }, (_, i) => Array.from({ length: size }, (__, j) => (i === j ? 1 : 0)))

const dot = (left: readonly number[], right: readonly number[]): number => left.reduce((sum, value, index) => sum + value * (right[index] ?? 0), 0)

const minus = (left: readonly number[], right: readonly number[]): number[] => left.map((value, index) => value - (right[index] ?? 0))
