import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { oneWayAnova } from '#main/engine/models/lib/anova.ts'
import { leastSquaresLine } from '#main/engine/models/lib/correlation.ts'

/** The rows of two numbers with which a file of NIST's reference data sets ends. */
function rowsOf(name: string): (readonly [number, number])[] {
  const lines = readFileSync(new URL(`../../../fixtures/published/nist/${name}.dat`, import.meta.url), 'utf8').split(/\r?\n/u)
  return lines.slice(60).flatMap((line) => {
    const [left = NaN, right = NaN] = line.trim().split(/\s+/u).map(Number)
    return Number.isNaN(left) || Number.isNaN(right) ? [] : [[left, right] as const]
  })
}

/** Correct digits of a figure: what NIST calls its log relative error. */
const digits = (actual: number | null | undefined, certified: number): number =>
  actual === null || actual === undefined ? -Infinity : Math.min(16, -Math.log10(Math.abs(actual / certified - 1)))

const testOf = (groups: readonly (readonly number[])[]) => {
  const result = oneWayAnova(groups)
  if (!result.ok) throw new Error(result.failure)
  return result.value
}

test('Norris: the line with the least squares', () => {
  const rows = rowsOf('Norris')
  const line = leastSquaresLine(
    rows.map(([, x]) => x),
    rows.map(([y]) => y),
  )
  if (!line.ok) throw new Error(line.failure)
  expect(rows).toHaveLength(36)
  expect(digits(line.value.slope, 1.00211681802045)).toBeGreaterThan(13)
  expect(digits(line.value.intercept, -0.262323073774029)).toBeGreaterThan(11)
  expect(digits(line.value.standardError, 0.000429796848199937)).toBeGreaterThan(12)
  expect(digits(line.value.interceptError, 0.232818234301152)).toBeGreaterThan(12)
  expect(digits(line.value.residualDeviation, 0.884796396144373)).toBeGreaterThan(12)
  expect(digits(line.value.rSquared, 0.999993745883712)).toBeGreaterThan(13)
  expect(digits(((line.value.slope ?? 0) / (line.value.standardError ?? NaN)) ** 2, 5436385.54079785)).toBeGreaterThan(11)
})

test('SiRstv and AtmWtAg: analysis of variance of measured data', () => {
  const grouped = (name: string): number[][] =>
    [...Map.groupBy(rowsOf(name), ([group]) => group).values()].map((rows) => rows.map(([, value]) => value))
  const silicon = testOf(grouped('SiRstv'))
  expect(digits(silicon.f, 1.18046237440255)).toBeGreaterThan(12)
  expect(digits(silicon.between.sumOfSquares, 0.0511462616)).toBeGreaterThan(12)
  expect(digits(silicon.within.sumOfSquares, 0.21663656)).toBeGreaterThan(12)
  expect(digits(silicon.etaSquared, 0.190999039051129)).toBeGreaterThan(12)
  // Seven leading digits are the same in all values: no more than these are left.
  const silver = testOf(grouped('AtmWtAg'))
  expect(digits(silver.f, 15.946733567793)).toBeGreaterThan(9)
  expect(digits(silver.etaSquared, 0.257426544538321)).toBeGreaterThan(9)
})

/**
 * Simon and Lesage's data in NIST's sets SmLs01 to SmLs09: nine groups of 21, 201 and 2001 values that differ in the
 * digit after the point, standing on 1, a million and a billion of thousands.
 */
test.each([
  ['SmLs01', 1, 21, 15],
  ['SmLs02', 1, 201, 15],
  ['SmLs03', 1, 2001, 12],
  ['SmLs04', 1e6, 21, 9.9],
  ['SmLs05', 1e6, 201, 9.9],
  ['SmLs06', 1e6, 2001, 9.9],
  ['SmLs07', 1e12, 21, 4],
  ['SmLs08', 1e12, 201, 4],
  ['SmLs09', 1e12, 2001, 4],
])('%s: F is the size of the groups', (_, standing, size, least) => {
  const tenths = [4, 3, 5, 3, 5, 3, 5, 3, 5]
  const groups = tenths.map((tenth) =>
    Array.from({ length: size }, (__, place) => Number(`${standing}.${tenth + (place === 0 ? 0 : place % 2 === 1 ? -1 : 1)}`)),
  )
  expect(digits(testOf(groups).f, size)).toBeGreaterThan(least)
})
