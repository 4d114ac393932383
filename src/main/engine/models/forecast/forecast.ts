import type { SmoothingFit } from './fitSmoothing.ts'
import { forecastAt } from './smoothing.ts'

/** A value to come, and the bounds between which it lies as often as asked for; null when the fit says nothing of errors. */
export type ForecastPoint = { value: number; low: number | null; high: number | null }

/** Φ⁻¹(0.975): bounds that hold 95 of 100 values. */
const z95 = 1.959963984540054

/**
 * The next `count` values with 95 % bounds. Variances after Hyndman, Koehler, Ord and Snyder (Forecasting with
 * Exponential Smoothing, 2008, table 6.1) for what adds up, and Chatfield and Yar (Int. J. of Forecasting 7, 1991) for
 * multiplied seasons. Exponential trends have no such formula: no bounds.
 */
export function forecast(fit: SmoothingFit, count: number): ForecastPoint[] {
  return Array.from({ length: count }, (_, index) => {
    const value = forecastAt(fit.state, fit.kind, fit.parameters, index + 1)
    const variance = varianceAt(fit, index + 1)
    if (variance === null) return { value, low: null, high: null }
    const reach = z95 * Math.sqrt(variance)
    return { value, low: value - reach, high: value + reach }
  })
}

function varianceAt({ kind, parameters, state, variance }: SmoothingFit, steps: number): number | null {
  if (variance === null || kind.trend === 'exponential') return null
  const { alpha, beta, gamma, phi } = parameters
  const { season } = state
  const damping = kind.trend === 'damped' ? phi : 1
  const at = (step: number): number => season[(step - 1) % season.length] ?? 1
  let sum = 1
  let growth = 0
  let factor = damping
  for (let step = 1; step < steps; step += 1) {
    growth += factor
    factor *= damping
    const turns = season.length > 0 && step % season.length === 0
    const weight = alpha + (kind.trend === 'none' ? 0 : alpha * beta * growth) + (turns ? gamma * (1 - alpha) : 0)
    const scale = kind.season === 'multiplicative' ? at(steps) / at(steps - step) : 1
    sum += (weight * scale) ** 2
  }
  return variance * sum
}
