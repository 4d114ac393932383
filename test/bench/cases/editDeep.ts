import { openEngine } from '#main/engine/index.ts'
import { median, result, type BenchCase } from '../support/bench.ts'
import { deepBase, deriveColumns } from '../support/deepBase.ts'
import { succeed } from '../support/largeBase.ts'

/** One follow-up is edited; three lookups and two rollups of its customer follow. */
async function measure(customers: number): Promise<number> {
  const base = await deepBase(customers)
  await deriveColumns(base)
  const engine = openEngine(base.path)
  const taken: number[] = []
  for (let round = 0; round < 230; round += 1) {
    const id = ((round * 7919) % base.followUps) + 1
    const cells = [
      { columnId: base.content.id, value: `第 ${round} 次修改` },
      { columnId: base.at.id, value: `2027-01-${String((round % 28) + 1).padStart(2, '0')}T09:00` },
      { columnId: base.amount.id, value: round + 0.5 },
    ]
    const start = performance.now()
    await succeed(engine.run('rows.update', { tableId: base.followUpsTable, rows: [{ id, cells }] }))
    if (round >= 30) taken.push(performance.now() - start)
  }
  await engine.close()
  return median(taken)
}

export const editDeepCases: BenchCase[] = [
  {
    id: 'edit.deep',
    run: async () => {
      const at1k = await measure(1_000)
      const at1M = await measure(1_000_000)
      const what =
        'one follow-up of 5 million edited, with 3 lookups, 2 rollups of its customer and a formula over them, against the same at 5 thousand'
      return [result({ id: 'edit.deep', what, size: 1_000_000, median_ms: at1M, baseline_ms: at1k, bar: 1.5 })]
    },
  },
]
