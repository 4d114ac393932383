/** How a series goes on: what is smoothed besides its level. */
export type SmoothingKind = {
  trend: 'none' | 'additive' | 'damped' | 'exponential'
  season: 'none' | 'additive' | 'multiplicative'
  /** Values to the season (12 for months of a year); of no meaning without a season. */
  period: number
}

/**
 * Between 0 and 1 each. `beta` acts on the change of the level (β* of Hyndman and Athanasopoulos; their ETS β is α·β*);
 * `gamma` on the value less the new level, as in R's HoltWinters (ETS γ is γ·(1 − α)); `phi` damps the trend.
 */
export type SmoothingParameters = { alpha: number; beta: number; gamma: number; phi: number }

export type SmoothingState = {
  level: number
  /** Growth from one value to the next: a difference, or a factor when the trend is exponential. */
  trend: number
  /** The next season's values, the nearest first; empty without a season. */
  season: readonly number[]
}

export type SmoothingRun = { state: SmoothingState; fitted: readonly number[]; sse: number }

/**
 * Carries the state through the values: Holt's and Winters' recursions (Hyndman and Athanasopoulos, Forecasting:
 * Principles and Practice, chapter 8). `fitted` are the one-step forecasts.
 */
export function runSmoothing(values: readonly number[], kind: SmoothingKind, parameters: SmoothingParameters, start: SmoothingState): SmoothingRun {
  const { alpha, beta, gamma } = parameters
  const season = [...start.season]
  const fitted: number[] = []
  let { level, trend } = start
  let sse = 0
  values.forEach((value, index) => {
    const place = season.length === 0 ? 0 : index % season.length
    const seasonal = season[place] ?? neutralSeason(kind)
    const expected = grown(level, trend, kind, dampingOf(kind, parameters))
    const forecast = seasoned(expected, seasonal, kind)
    fitted.push(forecast)
    sse += (value - forecast) ** 2
    const next = alpha * deseasoned(value, seasonal, kind) + (1 - alpha) * expected
    if (kind.trend === 'exponential') trend = beta * (next / level) + (1 - beta) * trend
    else if (kind.trend !== 'none') trend = beta * (next - level) + (1 - beta) * dampingOf(kind, parameters) * trend
    if (kind.season !== 'none') season[place] = gamma * (kind.season === 'additive' ? value - next : value / next) + (1 - gamma) * seasonal
    level = next
  })
  const turn = season.length === 0 ? 0 : values.length % season.length
  return { state: { level, trend, season: [...season.slice(turn), ...season.slice(0, turn)] }, fitted, sse }
}

/** The forecast of the value `steps` after the last one. */
export function forecastAt(state: SmoothingState, kind: SmoothingKind, parameters: SmoothingParameters, steps: number): number {
  const phi = dampingOf(kind, parameters)
  let level = state.level
  let factor = phi
  for (let step = 1; step <= steps; step += 1) {
    level = kind.trend === 'none' ? level : kind.trend === 'exponential' ? level * state.trend : level + factor * state.trend
    factor *= phi
  }
  const seasonal = state.season.length === 0 ? neutralSeason(kind) : (state.season[(steps - 1) % state.season.length] ?? neutralSeason(kind))
  return seasoned(level, seasonal, kind)
}

const dampingOf = (kind: SmoothingKind, { phi }: SmoothingParameters): number => (kind.trend === 'damped' ? phi : 1)

const neutralSeason = ({ season }: SmoothingKind): number => (season === 'multiplicative' ? 1 : 0)

function grown(level: number, trend: number, kind: SmoothingKind, phi: number): number {
  if (kind.trend === 'none') return level
  return kind.trend === 'exponential' ? level * trend : level + phi * trend
}

const seasoned = (level: number, seasonal: number, { season }: SmoothingKind): number =>
  season === 'multiplicative' ? level * seasonal : level + seasonal

const deseasoned = (value: number, seasonal: number, { season }: SmoothingKind): number =>
  season === 'multiplicative' ? value / seasonal : value - seasonal
