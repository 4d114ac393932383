import Database from 'better-sqlite3'
import { openEngine } from '#main/engine/index.ts'
import { systemClock } from '#main/engine/store/clock.ts'
import type { Analysis, AnalysisTable } from '#shared/contract/analysis.ts'
import { analysisBase } from '../support/analysisBase.ts'
import { buying } from '../support/analyses/buying.ts'
import { dealing } from '../support/analyses/deals.ts'
import type { HandWritten } from '../support/analyses/handWritten.ts'
import { others } from '../support/analyses/others.ts'
import { compare, result, type BenchCase, type BenchResult } from '../support/bench.ts'

/** An analysis against the statements a person would write for its figures; both have to come to the same. */
async function against(each: HandWritten, orders: number): Promise<BenchResult[]> {
  const { path, names } = await analysisBase(orders)
  const engine = openEngine(path, { mode: 'reader' })
  const database = new Database(path, { readonly: true })
  database.pragma('cache_size = -16384')
  const by = { database, names, today: systemClock.today() }
  const ask = async (): Promise<unknown> => {
    const answer = await engine.runNamed(`analysis.${each.name}`, { lang: 'zh-CN', ...each.input(names) })
    if (!answer.ok) throw new Error(`${each.id}: ${answer.failure.code} ${answer.failure.details ?? ''}`)
    return answer.value
  }
  requireSame(each, await ask(), each.byHand(by))
  const times = await compare(ask, () => each.byHand(by), { warm: 0, measured: 3 })
  database.close()
  await engine.close()
  const what = 'an analysis over the orders of 100,000 customers, against hand-written SQL with the same models'
  return [result({ id: `analysis.${each.id}`, what, size: orders, ...times, bar: each.bar ?? 2 })]
}

function requireSame({ id, shown }: HandWritten, answer: unknown, byHand: readonly number[]): void {
  if (!isShown(answer)) throw new Error(`${id}: nothing shown`)
  const tables: Record<string, AnalysisTable> = Object.fromEntries(
    answer.sections.flatMap(({ key, table }) => (table === null ? [] : [[key, table] as const])),
  )
  const ours = shown(tables, answer)
  const differs = ours.some((value, place) => Math.abs(value - (byHand[place] ?? NaN)) > 1e-6 * Math.max(1, Math.abs(value)))
  if (ours.length === 0 || ours.length !== byHand.length || differs) {
    throw new Error(`${id}: ${JSON.stringify(ours)} is not what the hand-written SQL says: ${JSON.stringify(byHand)}`)
  }
}

const isShown = (answer: unknown): answer is Extract<Analysis, { kind: 'shown' }> =>
  typeof answer === 'object' && answer !== null && 'kind' in answer && answer.kind === 'shown'

const all = [...buying, ...others, ...dealing]

export const analysisCases: BenchCase[] = all.map((each) => ({ id: `analysis.${each.id}`, run: () => against(each, 300_000) }))
/** Over a million orders. */
export const longAnalysisCases: BenchCase[] = all.map((each) => ({ id: `million.analysis.${each.id}`, run: () => against(each, 1_000_000) }))
