import type { CellValue } from '#shared/model/cell.ts'
import type { Statistic } from '#shared/model/statistic.ts'

/** A statistic of cells in plain TypeScript, to compare the engine's SQL with. */
export function independentStatistic(type: string, statistic: Statistic, cells: readonly CellValue[]): CellValue {
  const isFilled = (cell: CellValue): boolean => cell !== null && cell !== '' && !(type === 'checkbox' && cell === 0)
  const filled = cells.filter(isFilled)
  const share = (count: number): number | null => (cells.length === 0 ? null : count / cells.length)
  const forNumbers: Partial<Record<Statistic, () => CellValue>> = {
    sum: () => (filled.length === 0 ? null : Math.round(filled.reduce<number>((sum, cell) => sum + Math.round(Number(cell) * 100), 0)) / 100),
    average: () => (filled.length === 0 ? null : filled.reduce<number>((sum, cell) => sum + Number(cell), 0) / filled.length),
    median: () => medianOf(filled.map(Number)),
    min: () => (filled.length === 0 ? null : Math.min(...filled.map(Number))),
    max: () => (filled.length === 0 ? null : Math.max(...filled.map(Number))),
    range: () => (filled.length === 0 ? null : Math.max(...filled.map(Number)) - Math.min(...filled.map(Number))),
    deviation: () => deviationOf(filled.map(Number)),
  }
  const days = filled.map(String).toSorted()
  const first = days[0]
  const last = days.at(-1)
  const forDates: Partial<Record<Statistic, () => CellValue>> = {
    earliest: () => first ?? null,
    latest: () => last ?? null,
    days: () => (first === undefined || last === undefined ? null : (Date.parse(last) - Date.parse(first)) / 86_400_000),
  }
  const forAll: Partial<Record<Statistic, () => CellValue>> = {
    count: () => cells.length,
    filled: () => filled.length,
    empty: () => cells.length - filled.length,
    unique: () => new Set(filled).size,
    percentFilled: () => share(filled.length),
    percentEmpty: () => share(cells.length - filled.length),
    percentUnique: () => share(new Set(filled).size),
  }
  const forChecks: Partial<Record<Statistic, () => CellValue>> = {
    count: () => cells.length,
    checked: () => filled.length,
    unchecked: () => cells.length - filled.length,
    percentChecked: () => share(filled.length),
  }
  const ofType = { number: { ...forAll, ...forNumbers }, date: { ...forAll, ...forDates }, checkbox: forChecks }[type] ?? forAll
  return ofType[statistic]?.() ?? null
}

function medianOf(numbers: readonly number[]): number | null {
  const sorted = numbers.toSorted((one, other) => one - other)
  const middle = sorted.length / 2
  if (sorted.length === 0) return null
  return ((sorted[Math.ceil(middle) - 1] ?? 0) + (sorted[Math.floor(middle)] ?? sorted[Math.ceil(middle) - 1] ?? 0)) / 2
}

function deviationOf(numbers: readonly number[]): number | null {
  if (numbers.length < 2) return null
  const mean = numbers.reduce((sum, each) => sum + each, 0) / numbers.length
  return Math.sqrt(numbers.reduce((sum, each) => sum + (each - mean) ** 2, 0) / (numbers.length - 1))
}
