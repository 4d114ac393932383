import * as formulajs from '@formulajs/formulajs'

/** Functions of anything to anything, also those behind a dot. */
type Untyped<F> = { readonly [Key in keyof F]: Untyped<F[Key]> } & (F extends (...args: never[]) => unknown
  ? (...args: unknown[]) => unknown
  : unknown)

const excel: Untyped<Omit<typeof formulajs, 'utils'>> = formulajs

/** What one row of the table of inputs holds. */
export type Inputs = {
  /** Any numbers: negative, 0, halves, cents, large. */ x: number
  y: number
  z: number
  /** Above 0. */ p: number
  q: number
  /** From -1 to 1. */ u: number
  /** Small and whole, negative too. */ i: number
  j: number
  /** Whole, from 0 to 20. */ k: number
  l: number
  /** Interest. */ r: number
  a: string
  b: string
  c: string
  d: string
  e: string
  /** A moment. */ m: string
}

/** A formula over the columns of those names, and what the other implementation gives for the same. */
export type Case = readonly [source: string, theirs: (inputs: Inputs) => unknown]

const date = (day: string): Date => new Date(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10)))
/** Excel writes hexadecimal digits large. */
const upper = (value: unknown): unknown => (typeof value === 'string' ? value.toUpperCase() : value)
const number = (value: unknown): number => (typeof value === 'number' ? value : NaN)

/** A date as cells hold it. */
function day(value: unknown): unknown {
  if (value instanceof Error) return value
  const moment = value instanceof Date ? value : new Date(1899, 11, 30 + number(value))
  return [moment.getFullYear(), moment.getMonth() + 1, moment.getDate()].map((part) => String(part).padStart(2, '0')).join('-')
}

const numberCases: readonly Case[] = [
  ['POWER({p}, {i})', ({ p, i }) => excel.POWER(p, i)],
  ['MOD({p}, {k})', ({ p, k }) => excel.MOD(p, k)],
  ['QUOTIENT({x}, {i})', ({ x, i }) => excel.QUOTIENT(x, i)],
  ['ABS({x})', ({ x }) => excel.ABS(x)],
  ['SIGN({x})', ({ x }) => excel.SIGN(x)],
  ['ROUND({x}, TRUNC({i} / 2))', ({ x, i }) => excel.ROUND(x, Math.trunc(i / 2))],
  ['ROUNDUP({x}, TRUNC({i} / 2))', ({ x, i }) => excel.ROUNDUP(x, Math.trunc(i / 2))],
  ['ROUNDDOWN({x}, TRUNC({i} / 2))', ({ x, i }) => excel.ROUNDDOWN(x, Math.trunc(i / 2))],
  ['TRUNC({x})', ({ x }) => excel.TRUNC(x)],
  ['CEILING({x}, {i})', ({ x, i }) => excel.CEILING(x, i)],
  ['FLOOR({x}, {i})', ({ x, i }) => excel.FLOOR(x, i)],
  ['MROUND({x}, {i})', ({ x, i }) => excel.MROUND(x, i)],
  ['INT({x})', ({ x }) => excel.INT(x)],
  ['EVEN({x})', ({ x }) => excel.EVEN(x)],
  ['ODD({x})', ({ x }) => excel.ODD(x)],
  ['ISEVEN({x})', ({ x }) => excel.ISEVEN(x)],
  ['ISODD({x})', ({ x }) => excel.ISODD(x)],
  ['SQRT({x})', ({ x }) => excel.SQRT(x)],
  ['EXP({i})', ({ i }) => excel.EXP(i)],
  ['LN({x})', ({ x }) => excel.LN(x)],
  ['LOG({p}, {q})', ({ p, q }) => excel.LOG(p, q)],
  ['LOG10({x})', ({ x }) => excel.LOG10(x)],
  ['FACT({k})', ({ k }) => excel.FACT(k)],
  ['COMBIN({k}, {l})', ({ k, l }) => excel.COMBIN(k, l)],
  ['PERMUT({k} + {l}, {l})', ({ k, l }) => excel.PERMUT(k + l, l)],
  ['GCD({k}, {l})', ({ k, l }) => excel.GCD(k, l)],
  ['LCM({k}, {l})', ({ k, l }) => excel.LCM(k, l)],
  ['PI()', () => excel.PI()],
  ['RADIANS({x})', ({ x }) => excel.RADIANS(x)],
  ['DEGREES({x})', ({ x }) => excel.DEGREES(x)],
  ['SIN({i})', ({ i }) => excel.SIN(i)],
  ['COS({i})', ({ i }) => excel.COS(i)],
  ['TAN({i})', ({ i }) => excel.TAN(i)],
  ['ASIN({u})', ({ u }) => excel.ASIN(u)],
  ['ACOS({u})', ({ u }) => excel.ACOS(u)],
  ['ATAN({x})', ({ x }) => excel.ATAN(x)],
  ['ATAN2({x}, {y})', ({ x, y }) => excel.ATAN2(y, x)],
  ['SINH({i})', ({ i }) => excel.SINH(i)],
  ['COSH({i})', ({ i }) => excel.COSH(i)],
  ['TANH({u})', ({ u }) => excel.TANH(u)],
  ['PMT({r}, {k}, {x}, {y})', ({ r, k, x, y }) => excel.PMT(r, k, x, y)],
  ['FV({r}, {k}, {x}, {y})', ({ r, k, x, y }) => excel.FV(r, k, x, y)],
  ['PV({r}, {k}, {x}, {y})', ({ r, k, x, y }) => excel.PV(r, k, x, y)],
  ['NPER({r}, {x}, {p})', ({ r, x, p }) => excel.NPER(r, x, p)],
]

const statisticsCases: readonly Case[] = [
  ['SUM({x}, {y}, {z})', ({ x, y, z }) => excel.SUM(x, y, z)],
  ['AVERAGE({x}, {y}, {z})', ({ x, y, z }) => excel.AVERAGE(x, y, z)],
  ['COUNT({x}, {y}, {z})', ({ x, y, z }) => excel.COUNT(x, y, z)],
  ['COUNTA({x}, {y})', ({ x, y }) => excel.COUNTA(x, y)],
  ['COUNTUNIQUE({i}, {j}, {k}, {l})', ({ i, j, k, l }) => new Set([i, j, k, l]).size],
  ['COUNTBLANK({a}, {b}, {c})', ({ a, b, c }) => excel.COUNTBLANK(a, b, c)],
  ['MAX({x}, {y}, {z})', ({ x, y, z }) => excel.MAX(x, y, z)],
  ['MIN({x}, {y}, {z})', ({ x, y, z }) => excel.MIN(x, y, z)],
  ['MEDIAN({x}, {y}, {z}, {p})', ({ x, y, z, p }) => excel.MEDIAN(x, y, z, p)],
  ['MODE({i}, {j}, {i})', ({ i, j }) => excel.MODE.SNGL(i, j, i)],
  ['STDEV({x}, {y}, {z})', ({ x, y, z }) => excel.STDEV.S(x, y, z)],
  ['STDEVP({x}, {y}, {z})', ({ x, y, z }) => excel.STDEV.P(x, y, z)],
  ['VAR({x}, {y}, {z})', ({ x, y, z }) => excel.VAR.S(x, y, z)],
  ['VARP({x}, {y}, {z})', ({ x, y, z }) => excel.VAR.P(x, y, z)],
  ['PRODUCT({i}, {j}, {x})', ({ i, j, x }) => excel.PRODUCT(i, j, x)],
  ['SUMSQ({x}, {y})', ({ x, y }) => excel.SUMSQ(x, y)],
  ['GEOMEAN({p}, {q})', ({ p, q }) => excel.GEOMEAN(p, q)],
  ['HARMEAN({p}, {q})', ({ p, q }) => excel.HARMEAN(p, q)],
  ['AVEDEV({x}, {y}, {z})', ({ x, y, z }) => excel.AVEDEV(x, y, z)],
  ['DEVSQ({x}, {y}, {z})', ({ x, y, z }) => excel.DEVSQ(x, y, z)],
]

const logicCases: readonly Case[] = [
  ['IF({x} > {y}, {x}, {y})', ({ x, y }) => excel.IF(x > y, x, y)],
  ['IFS({x} > 0, 1, {y} > 0, 2, TRUE, 3)', ({ x, y }) => excel.IFS(x > 0, 1, y > 0, 2, true, 3)],
  ['SWITCH({i}, 1, 10, 2, 20, 30)', ({ i }) => excel.SWITCH(i, 1, 10, 2, 20, 30)],
  ['IFERROR(MROUND({x}, {i}), -1)', ({ x, i }) => excel.IFERROR(excel.MROUND(x, i), -1)],
  ['ISERROR(MROUND({x}, {i}))', ({ x, i }) => excel.ISERROR(excel.MROUND(x, i))],
  ['ISBLANK({a})', ({ a }) => excel.ISBLANK(a === '' ? null : a)],
  ['ISNUMBER({x})', ({ x }) => excel.ISNUMBER(x)],
  ['ISTEXT({c})', ({ c }) => excel.ISTEXT(c)],
  ['AND({x} > 0, {y} > 0)', ({ x, y }) => excel.AND(x > 0, y > 0)],
  ['OR({x} > 0, {y} > 0)', ({ x, y }) => excel.OR(x > 0, y > 0)],
  ['XOR({x} > 0, {y} > 0, {z} > 0)', ({ x, y, z }) => excel.XOR(x > 0, y > 0, z > 0)],
  ['NOT({x} > 0)', ({ x }) => excel.NOT(x > 0)],
  ['CHOOSE({i}, "a", "b", "c")', ({ i }) => excel.CHOOSE(i, 'a', 'b', 'c')],
]

const textCases: readonly Case[] = [
  ['LEFT({a}, {k})', ({ a, k }) => excel.LEFT(a, k)],
  ['RIGHT({a}, {k})', ({ a, k }) => excel.RIGHT(a, k)],
  ['MID({a}, {i}, {k} + 1)', ({ a, i, k }) => excel.MID(a, i, k + 1)],
  ['LEN({a})', ({ a }) => excel.LEN(a)],
  ['FIND({c}, {a})', ({ a, c }) => excel.FIND(c, a)],
  ['SEARCH({c}, {a})', ({ a, c }) => excel.SEARCH(c, a)],
  ['REPLACE({a}, {l} + 1, {k}, {b})', ({ a, b, k, l }) => excel.REPLACE(a, l + 1, k, b)],
  ['SUBSTITUTE({a}, {c}, {b})', ({ a, b, c }) => excel.SUBSTITUTE(a, c, b)],
  ['REPT({a}, {k})', ({ a, k }) => excel.REPT(a, k)],
  ['TRIM({a})', ({ a }) => excel.TRIM(a)],
  ['CLEAN({a})', ({ a }) => excel.CLEAN(a)],
  ['UPPER({a})', ({ a }) => excel.UPPER(a)],
  ['LOWER({a})', ({ a }) => excel.LOWER(a)],
  ['EXACT({a}, {c})', ({ a, c }) => excel.EXACT(a, c)],
  ['CONCAT({a}, {b}, {c})', ({ a, b, c }) => excel.CONCAT(a, b, c)],
  ['TEXTJOIN("-", TRUE, {a}, {b}, {c})', ({ a, b, c }) => excel.TEXTJOIN('-', true, a, b, c)],
  ['T({a})', ({ a }) => excel.T(a)],
  ['CHAR({k} + 65)', ({ k }) => excel.CHAR(k + 65)],
  ['CHAR({k} + 30000)', ({ k }) => excel.UNICHAR(k + 30000)],
  ['CODE({c})', ({ c }) => excel.UNICODE(c)],
  ['FIXED({x}, {k} - 14)', ({ x, k }) => excel.FIXED(excel.ROUND(x, k - 14), k - 14)],
  ['FIXED({x}, 2, TRUE)', ({ x }) => excel.FIXED(excel.ROUND(x, 2), 2, true)],
]

const conversionCases: readonly Case[] = [
  ['HEX2DEC(DEC2HEX({i}))', ({ i }) => excel.HEX2DEC(excel.DEC2HEX(i))],
  ['DEC2HEX({i})', ({ i }) => upper(excel.DEC2HEX(i))],
  ['DEC2OCT({i})', ({ i }) => excel.DEC2OCT(i)],
  ['OCT2DEC(DEC2OCT({i}))', ({ i }) => excel.OCT2DEC(excel.DEC2OCT(i))],
  ['DEC2BIN({i})', ({ i }) => excel.DEC2BIN(i)],
  ['BIN2DEC(DEC2BIN({i}))', ({ i }) => excel.BIN2DEC(excel.DEC2BIN(i))],
  ['DEC2BIN({k}, {l})', ({ k, l }) => excel.DEC2BIN(k, l)],
  ['BASE({k} * 1000, {l} + 2)', ({ k, l }) => upper(excel.BASE(k * 1000, l + 2))],
  ['DECIMAL(BASE({k} * 1000, 16), 16)', ({ k }) => excel.DECIMAL(excel.BASE(k * 1000, 16), 16)],
  ['CONVERT({x}, "km", "m")', ({ x }) => excel.CONVERT(x, 'km', 'm')],
  ['CONVERT({p}, "lbm", "kg")', ({ p }) => excel.CONVERT(p, 'lbm', 'kg')],
  ['CONVERT({p}, "in", "cm")', ({ p }) => excel.CONVERT(p, 'in', 'cm')],
  ['CONVERT({p}, "day", "hr")', ({ p }) => excel.CONVERT(p, 'day', 'hr')],
  ['ROMAN({k} * 190)', ({ k }) => excel.ROMAN(k * 190)],
  ['ARABIC(ROMAN({k} * 190 + 1))', ({ k }) => excel.ARABIC(excel.ROMAN(k * 190 + 1))],
]

const dateCases: readonly Case[] = [
  ['DATE(2000 + {i}, {j}, {k})', ({ i, j, k }) => day(excel.DATE(2000 + i, j, k))],
  ['YEAR({d})', ({ d }) => excel.YEAR(date(d))],
  ['MONTH({d})', ({ d }) => excel.MONTH(date(d))],
  ['DAY({d})', ({ d }) => excel.DAY(date(d))],
  ['HOUR({m})', ({ m }) => excel.HOUR(new Date(m))],
  ['MINUTE({m})', ({ m }) => excel.MINUTE(new Date(m))],
  ['WEEKDAY({d})', ({ d }) => excel.WEEKDAY(date(d))],
  ['WEEKDAY({d}, 2)', ({ d }) => excel.WEEKDAY(date(d), 2)],
  ['WEEKDAY({d}, 3)', ({ d }) => excel.WEEKDAY(date(d), 3)],
  ['WEEKDAY({d}, 14)', ({ d }) => excel.WEEKDAY(date(d), 14)],
  ['WEEKNUM({d})', ({ d }) => excel.WEEKNUM(date(d))],
  ['ISOWEEKNUM({d})', ({ d }) => excel.ISOWEEKNUM(date(d))],
  ['DAYS({d}, {e})', ({ d, e }) => excel.DAYS(date(d), date(e))],
  ...['D', 'M', 'YM'].map((unit): Case => [
    `DATEDIF({d}, {e}, "${unit}")`,
    ({ d, e }) => (d > e ? new Error('#NUM!') : excel.DATEDIF(date(d), date(e), unit)),
  ]),
  // Excel takes the days in either order.
  ...[2, 3].map((basis): Case => [`YEARFRAC({d}, {e}, ${basis})`, ({ d, e }) => excel.YEARFRAC(date(d < e ? d : e), date(d < e ? e : d), basis)]),
  ['DAYS360({d}, {e}, TRUE)', ({ d, e }) => excel.DAYS360(date(d), date(e), true)],
  ['EDATE({d}, {i})', ({ d, i }) => day(excel.EDATE(date(d), i))],
  ['EOMONTH({d}, {i})', ({ d, i }) => day(excel.EOMONTH(date(d), i))],
]

/** Every function that both know by the same meaning. */
export const cases: readonly Case[] = [...numberCases, ...statisticsCases, ...logicCases, ...textCases, ...conversionCases, ...dateCases]

/** Of the numbers of linked rows. */
export const listCases: readonly (readonly [source: string, theirs: (numbers: readonly number[]) => unknown])[] = [
  ['LARGE({值.数}, 2)', (numbers) => excel.LARGE(numbers, 2)],
  ['SMALL({值.数}, 2)', (numbers) => excel.SMALL(numbers, 2)],
  ['PERCENTILE({值.数}, 0.3)', (numbers) => excel.PERCENTILE.INC(numbers, 0.3)],
  ['QUARTILE({值.数}, 1)', (numbers) => excel.QUARTILE.INC(numbers, 1)],
  ['RANK(FIRST({值.数}), {值.数})', (numbers) => excel.RANK.EQ(numbers[0], numbers)],
  ['RANK(FIRST({值.数}), {值.数}, TRUE)', (numbers) => excel.RANK.EQ(numbers[0], numbers, true)],
  ['MEDIAN({值.数})', (numbers) => excel.MEDIAN(numbers)],
  ['AVERAGE({值.数})', (numbers) => excel.AVERAGE(numbers)],
  ['SUM({值.数})', (numbers) => excel.SUM(numbers)],
  ['STDEV({值.数})', (numbers) => excel.STDEV.S(numbers)],
  ['VARP({值.数})', (numbers) => excel.VAR.P(numbers)],
  ['SUMSQ({值.数})', (numbers) => excel.SUMSQ(numbers)],
  ['AVEDEV({值.数})', (numbers) => excel.AVEDEV(numbers)],
  ['DEVSQ({值.数})', (numbers) => excel.DEVSQ(numbers)],
  ['COUNTUNIQUE({值.数})', (numbers) => new Set(numbers).size],
]

/**
 * Functions, or uses of them, that are not compared: there the other implementation is not Excel, or the function is a
 * different one here. Excel's own results for them are in results.ts.
 */
export const notCompared: Readonly<Record<string, string>> = {
  'MOD of different signs': 'they round towards 0; Excel takes the sign of the divisor',
  ATAN2: 'they take y before x: compared with its arguments turned',
  FIXED: 'they round the binary number, 4568.95 to 4,568.9: compared after rounding',
  'HEX and BASE': 'their digits are small letters: compared in large ones',
  'SUBSTITUTE at an occurrence': 'they miss the second of two beside each other or behind a first sign',
  PROPER: 'they leave 1B as 1b; Excel begins words behind digits',
  'WEEKNUM from other days': 'they count a week too many where the year begins on the last day of a week',
  'DATEDIF by Y, MD and YD': 'their years of 1990-01-01 to 2023-12-31 are 34, and their rests may be negative or above a year',
  'DAYS360 in the American way': 'they move every last day of a month to the next one; Excel moves the 31st',
  'YEARFRAC by 0, 1 and 4': 'they do not take the ends of February and the 31st to be the 30th, nor 29 February as an end for a leap year',
  'LEFT, RIGHT, REPT below 0': 'they give empty text or throw; Excel has #VALUE!',
  'MID of no signs': 'they fail; Excel has empty text',
  'PERMUT of more than there are': 'they never end; Excel has #NUM!',
  'ROUND to ten digits and more': 'they lose numbers of more than 21 digits',
  'MODE where none comes twice': 'they give the first; Excel has #N/A',
  TEXT: 'they know few formats',
  SECOND: 'seconds are compared in results.ts: moments of cells have minutes',
  LOOKUP: 'takes values of linked rows here',
  UNIQUE: 'gives a list, which COUNTUNIQUE counts',
  NETWORKDAYS: 'counts Chinese working days here',
  WORKDAY: 'counts Chinese working days here',
  NOW: 'is another every time',
  TODAY: 'is another every day',
}
