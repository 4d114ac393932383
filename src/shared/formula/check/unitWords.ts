import { fail, ok, type Result } from '../../lib/result.ts'
import { problem, type FormulaProblem } from '../problem.ts'
import type { Typed } from '../typed.ts'
import { literal } from './convert.ts'
import type { Checked } from './scope.ts'

/** Units as the engine knows them. */
export type DateUnit = 'years' | 'quarters' | 'months' | 'weeks' | 'days' | 'hours' | 'minutes' | 'seconds'
/** What DATEDIF counts: whole units, or what is left of a smaller one (`MD`: days beyond whole months). */
export type DateSpan = 'Y' | 'M' | 'D' | 'YM' | 'YD' | 'MD' | 'H' | 'N' | 'S'

/** `"天"`, `"d"` or `"days"` → `days`. Written out, so that it is known before any row is. */
export const unitWord = (arg: Checked): Result<Typed, FormulaProblem> => wordOf(arg, units, 'badUnit')

export const spanWord = (arg: Checked): Result<Typed, FormulaProblem> => wordOf(arg, spans, 'badSpan')

function wordOf(arg: Checked, words: ReadonlyMap<string, string>, code: 'badUnit' | 'badSpan'): Result<Typed, FormulaProblem> {
  const { typed } = arg
  const word = typed.kind === 'literal' && typeof typed.value === 'string' ? words.get(typed.value.trim().toLowerCase()) : undefined
  return word === undefined ? fail(problem(code, arg.span, { what: arg.what })) : ok(literal(word, 'text'))
}

const wordsOf = <Word extends string>(words: Readonly<Record<Word, string>>): ReadonlyMap<string, string> =>
  new Map(Object.entries<string>(words).flatMap(([word, others]) => others.split(' ').map((other) => [other, word] as const)))

const units = wordsOf<DateUnit>({
  years: 'years year y yyyy 年',
  quarters: 'quarters quarter q 季 季度',
  months: 'months month m mon 月 个月',
  weeks: 'weeks week w ww 周 星期',
  days: 'days day d 天 日',
  hours: 'hours hour h 时 小时',
  minutes: 'minutes minute n min 分 分钟',
  seconds: 'seconds second s sec 秒',
})

const spans = wordsOf<DateSpan>({
  Y: 'y years year 年',
  M: 'm months month 月 个月',
  D: 'd days day 天 日',
  YM: 'ym',
  YD: 'yd',
  MD: 'md',
  H: 'h hours hour 时 小时',
  N: 'n minutes minute 分 分钟',
  S: 's seconds second 秒',
})
