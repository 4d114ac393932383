import { errorCodes } from '#shared/formula/errorCode.ts'
import { finite, notAvailable, wrongNumber } from './scriptValue.ts'
import type { ListScript } from './listScript.ts'
import type { Outcome } from './script.ts'

const over = (name: ListScript['name'], run: ListScript['run'], list = -1): ListScript => ({ name, list, run })

/** Statistics over lists, as Excel defines them. */
export const statisticsScripts: readonly ListScript[] = [
  over('MEDIAN', (numbers) => (numbers.length === 0 ? wrongNumber : quantile(numbers, 0.5))),
  over('MODE', mode),
  over('VAR', (numbers) => spread(numbers, 1)),
  over('VARP', (numbers) => spread(numbers, 0)),
  over('STDEV', (numbers) => rooted(spread(numbers, 1))),
  over('STDEVP', (numbers) => rooted(spread(numbers, 0))),
  over('PRODUCT', (numbers) => (numbers.length === 0 ? 0 : finite(numbers.reduce((product, number) => product * number, 1)))),
  over('SUMSQ', (numbers) => finite(numbers.reduce((sum, number) => sum + number * number, 0))),
  over('GEOMEAN', (numbers) => (allPositive(numbers) ? Math.exp(mean(numbers.map(Math.log))) : wrongNumber)),
  over('HARMEAN', (numbers) => (allPositive(numbers) ? 1 / mean(numbers.map((number) => 1 / number)) : wrongNumber)),
  over('AVEDEV', (numbers) => (numbers.length === 0 ? wrongNumber : mean(numbers.map((number) => Math.abs(number - mean(numbers)))))),
  over('DEVSQ', (numbers) => (numbers.length === 0 ? wrongNumber : squares(numbers))),
  over('GCD', (numbers) => (numbers.some((number) => number < 0) ? wrongNumber : numbers.map(Math.trunc).reduce(greatestDivisor, 0))),
  over('LCM', (numbers) => (numbers.some((number) => number < 0) ? wrongNumber : finite(numbers.map(Math.trunc).reduce(leastMultiple, 1)))),
  over('LARGE', (numbers, place = 1) => numbers.toSorted((a, b) => b - a)[Math.ceil(place) - 1] ?? wrongNumber, 0),
  over('SMALL', (numbers, place = 1) => numbers.toSorted((a, b) => a - b)[Math.ceil(place) - 1] ?? wrongNumber, 0),
  over('PERCENTILE', (numbers, share = 0) => (numbers.length === 0 || share < 0 || share > 1 ? wrongNumber : quantile(numbers, share)), 0),
  over(
    'QUARTILE',
    (numbers, quarter = 0) => {
      const whole = Math.trunc(quarter)
      return numbers.length === 0 || whole < 0 || whole > 4 ? wrongNumber : quantile(numbers, whole / 4)
    },
    0,
  ),
  over(
    'RANK',
    (numbers, number = 0, ascending = 0) => {
      if (!numbers.includes(number)) return notAvailable
      return 1 + numbers.filter((other) => (ascending === 1 ? other < number : other > number)).length
    },
    1,
  ),
]

const mean = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0) / numbers.length

const allPositive = (numbers: readonly number[]): boolean => numbers.length > 0 && numbers.every((number) => number > 0)

/** Squares of the distances from the mean, which stay exact where all numbers are large and alike. */
function squares(numbers: readonly number[]): number {
  const middle = mean(numbers)
  return numbers.reduce((sum, number) => sum + (number - middle) ** 2, 0)
}

function spread(numbers: readonly number[], fewer: 0 | 1): Outcome {
  return numbers.length <= fewer ? { error: errorCodes.divisionByZero } : squares(numbers) / (numbers.length - fewer)
}

const rooted = (outcome: Outcome): Outcome => (typeof outcome === 'number' ? Math.sqrt(outcome) : outcome)

/** Between two neighbours in proportion: Excel's PERCENTILE.INC. */
function quantile(numbers: readonly number[], share: number): number {
  const sorted = numbers.toSorted((a, b) => a - b)
  const place = share * (sorted.length - 1)
  const [low, high] = [sorted[Math.floor(place)] ?? 0, sorted[Math.ceil(place)] ?? 0]
  return low + (high - low) * (place - Math.floor(place))
}

/** The number that comes most often; of several, the first. */
function mode(numbers: readonly number[]): Outcome {
  const times = new Map<number, number>()
  for (const number of numbers) times.set(number, (times.get(number) ?? 0) + 1)
  const most = Math.max(0, ...times.values())
  return most < 2 ? notAvailable : (numbers.find((number) => times.get(number) === most) ?? notAvailable)
}

function greatestDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestDivisor(b, a % b)
}

const leastMultiple = (a: number, b: number): number => (a === 0 || b === 0 ? 0 : (a / greatestDivisor(a, b)) * b)
