import type { Column, NumberSettings } from '../model/column.ts'
import { displayColumn } from '../model/columns/display.ts'
import { paramsOf } from './check/call.ts'
import type { FunctionName } from './functionName.ts'
import { specOf } from './functions/catalogue.ts'
import type { Typed } from './typed.ts'

type Columns = ReadonlyMap<number, Column>

/**
 * How a formula's numbers are best shown. The look is that of what they are made of: sums of money are money, money by
 * a number is money, money by money is a ratio. The decimals are as many as the result can have: of sums and choices
 * the most that a part has, numbers in the formula counting as written; of products those of all parts, but no more
 * than two or the most that one has; of means, quotients and what else may go on without end at least two; what is
 * rounded has those it is rounded to.
 */
export function inferFormat(tree: Typed, columns: Columns): NumberSettings {
  const { look, decimals } = shownOf(tree, columns)
  const as = look ?? plain
  return { ...as, decimals: Math.min(most, Math.max(0, as.format === 'percent' ? decimals - 2 : decimals)) }
}

/** A look that columns have, and how many digits behind the point the value may have: two more than a percent shows. */
type Shown = { look: NumberSettings | null; decimals: number }

const plain: NumberSettings = { format: 'plain', decimals: 2, thousands: false, symbol: '￥' }
const most = 10
/** Of what may go on without end. */
const usual = 2

function shownOf(tree: Typed, columns: Columns): Shown {
  switch (tree.kind) {
    case 'literal':
      return { look: null, decimals: typeof tree.value === 'number' ? decimalsOf(tree.value) : 0 }
    case 'cell':
      return shownOfCell(columns.get(tree.columnId), columns)
    case 'linked':
    case 'outer':
      return shownOf(tree.value, columns)
    case 'call':
      return shownOfCall(tree.name, tree.args, columns)
  }
}

function shownOfCell(column: Column | undefined, columns: Columns): Shown {
  const shown = column === undefined ? null : displayColumn(column, columns)
  switch (shown?.type) {
    case 'number': {
      const { settings } = shown
      return { look: settings, decimals: settings.decimals + (settings.format === 'percent' ? 2 : 0) }
    }
    case 'progress':
      return { look: { ...plain, format: 'percent' }, decimals: 2 }
    case 'rating':
    case 'checkbox':
      return { look: null, decimals: 0 }
    default:
      return { look: null, decimals: usual }
  }
}

function shownOfCall(name: FunctionName, args: readonly Typed[], columns: Columns): Shown {
  if (wholeNumbers.has(name)) return { look: null, decimals: 0 }
  const parts = partsOf(name, args).map((part) => shownOf(part, columns))
  const looks = parts.flatMap(({ look }) => (look === null ? [] : [look]))
  const money = looks.filter(({ format }) => format === 'currency')
  const look = money[0] ?? looks[0] ?? null
  const decimals = Math.max(0, ...parts.map((part) => part.decimals))
  if (sameKind.has(name)) return { look, decimals }
  if (means.has(name)) return { look, decimals: Math.max(usual, decimals) }
  const digits = roundedTo(name, args)
  if (digits !== null) return { look, decimals: digits === 'unknown' ? decimals : digits }
  switch (name) {
    case 'MULTIPLY': {
      const [only] = money
      if (money.length === 1 && only !== undefined) return { look: only, decimals: only.decimals }
      const sum = parts.reduce((all, part) => all + part.decimals, 0)
      return { look: null, decimals: Math.min(sum, Math.max(usual, decimals)) }
    }
    case 'DIVIDE': {
      const first = parts[0]?.look ?? null
      return money.length === 1 && first?.format === 'currency' ? { look: first, decimals: first.decimals } : { look: null, decimals: usual }
    }
    case 'PERCENT':
      return { look: null, decimals: decimals + 2 }
    case 'TONUMBER':
      return { look: null, decimals: args[0]?.type.of === 'boolean' ? 0 : usual }
    default:
      return { look: null, decimals: usual }
  }
}

/** What the result is made of: of a choice its branches, not what it is chosen by. */
function partsOf(name: FunctionName, args: readonly Typed[]): readonly Typed[] {
  const params = paramsOf(specOf(name), args.length)
  const chosen = args.filter((_, index) => params[index]?.type === 'branch')
  return (specOf(name).result === 'branch' ? chosen : args).filter(({ type }) => type.of !== 'empty')
}

/** To how many decimals a function of rounding rounds; null for others. */
function roundedTo(name: FunctionName, args: readonly Typed[]): number | 'unknown' | null {
  if (!byDigits.has(name) && !byStep.has(name)) return null
  const place = args[1] === undefined ? 0 : writtenNumber(args[1])
  if (place === null) return 'unknown'
  return byDigits.has(name) ? Math.max(0, Math.trunc(place)) : decimalsOf(place)
}

/** A number that stands in the formula, with its sign. */
function writtenNumber(typed: Typed): number | null {
  if (typed.kind === 'literal') return typeof typed.value === 'number' ? typed.value : null
  const [only] = typed.kind === 'call' && typed.name === 'NEGATE' ? typed.args : []
  const negative = only === undefined ? null : writtenNumber(only)
  return negative === null ? null : -negative
}

/** 0.25 → 2. */
function decimalsOf(value: number): number {
  for (let decimals = 0; decimals < most; decimals++) if (Number(value.toFixed(decimals)) === value) return decimals
  return most
}

/** Functions whose result is one of what goes in, or a sum of it. */
const sameKind: ReadonlySet<FunctionName> = new Set<FunctionName>([
  'SUM',
  'MAX',
  'MIN',
  'FIRST',
  'LAST',
  'ADD',
  'SUBTRACT',
  'NEGATE',
  'ABS',
  'CLAMP',
  'IF',
  'IFS',
  'SWITCH',
  'CHOOSE',
  'IFERROR',
  'IFBLANK',
  'COALESCE',
  'LARGE',
  'SMALL',
  'ITEM',
])

const means: ReadonlySet<FunctionName> = new Set<FunctionName>(['AVERAGE', 'MEDIAN'])

const byDigits: ReadonlySet<FunctionName> = new Set<FunctionName>(['ROUND', 'ROUNDUP', 'ROUNDDOWN', 'TRUNC'])
const byStep: ReadonlySet<FunctionName> = new Set<FunctionName>(['CEILING', 'FLOOR', 'MROUND', 'INT'])

const wholeNumbers: ReadonlySet<FunctionName> = new Set<FunctionName>([
  'COUNT',
  'COUNTA',
  'COUNTALL',
  'COUNTBLANK',
  'COUNTUNIQUE',
  'DAYSBETWEEN',
  'DAYS',
  'LEN',
  'LENB',
  'FIND',
  'SEARCH',
  'COUNTTEXT',
  'YEAR',
  'MONTH',
  'DAY',
  'HOUR',
  'MINUTE',
  'SECOND',
  'WEEKDAY',
  'WEEKNUM',
  'ISOWEEKNUM',
  'QUARTER',
  'AGE',
  'NETWORKDAYS',
  'QUOTIENT',
  'SIGN',
  'RANK',
])
