/** Points by two numbers, and the line through them. */
export type ScatterChart = {
  kind: 'scatter'
  x: { title: string; unit: 'count' | 'currency' }
  y: { title: string; unit: 'count' | 'currency' }
  points: (readonly [x: number, y: number])[]
  line: readonly [from: readonly [x: number, y: number], to: readonly [x: number, y: number]] | null
}

/** Lying bars that say in words what they are; `mark` is the value that everything is held against. */
export type LabelledBars = {
  kind: 'labelledBars'
  /** `faint`: too small a sample to tell. */
  bars: { name: string; value: number; label: string; color: string | null; faint: boolean }[]
  mark: { value: number; name: string } | null
}

/** Means, each with the interval it lies in; `mark` is the mean of all. */
export type IntervalChart = {
  kind: 'intervals'
  title: string
  unit: 'count' | 'currency'
  groups: { name: string; color: string | null; mean: number; interval: { from: number; to: number } | null }[]
  mark: { value: number; name: string } | null
}

export type ComparisonChart = ScatterChart | LabelledBars | IntervalChart
