import { execFileSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { createBase, openEngine } from '#main/engine/index.ts'
import { median, result, type BenchCase } from '../support/bench.ts'
import { benchFolder, large, largeBase, succeed } from '../support/largeBase.ts'

const measuredSchema = z.object({ settled: z.number(), most: z.number() })

/** In a process of its own: what it holds belongs to a process. */
function child(base: string): z.infer<typeof measuredSchema> {
  const path = fileURLToPath(new URL('../child/residentSet.ts', import.meta.url))
  return measuredSchema.parse(JSON.parse(execFileSync(process.execPath, [path, base], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] })))
}

/** The customer book without a row. */
async function emptyBase(): Promise<string> {
  mkdirSync(benchFolder, { recursive: true })
  const path = join(benchFolder, 'empty.kebu')
  createBase(path)
  const engine = openEngine(path)
  await succeed(engine.run('base.applyTemplate', { template: 'customerBook', lang: 'zh-CN', sample: false }))
  await engine.close()
  return path
}

const megabyte = 1e6

export const memoryCases: BenchCase[] = [
  {
    id: 'memory',
    run: async () => {
      const [million, empty] = [await largeBase(large), await emptyBase()]
      const runs = Array.from({ length: 3 }, () => ({ million: child(million), empty: child(empty) }))
      const above = (which: 'settled' | 'most'): number => median(runs.map((run) => run.million[which] - run.empty[which])) / megabyte
      const what = 'MB the engine holds above that of an empty base, after paging through ten sorts of a million rows, against 200 MB'
      return [
        // Megabytes in the places of milliseconds.
        result({ id: 'memory', what, size: large.customers, median_ms: above('settled'), baseline_ms: 200, bar: 1 }),
        result({ id: 'memory.most', what: `${what}, at its highest`, size: large.customers, median_ms: above('most'), baseline_ms: 200, bar: 1 }),
      ]
    },
  },
]
