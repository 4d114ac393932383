import { join } from 'node:path'
import { tmpdir } from 'node:os'
import { mkdtempSync, rmSync } from 'node:fs'
import { buildIfNeeded } from '../../../scripts/lib/build.mjs'
import { hasDisplay, withDisplay } from '../../../scripts/lib/display.mjs'
import { electronEnv } from '../../../scripts/lib/electronEnv.mjs'
import { setUp } from '../../../scripts/setup/setUp.mjs'
import { launchApp } from '../../e2e/support/app.ts'
import { makeBase } from '../../e2e/support/bases.ts'
import { median, result, type BenchCase } from '../support/bench.ts'
import { large, largeBase } from '../support/largeBase.ts'

const rounds = 5

/** Milliseconds from launch until the first row of the base stands on the screen. */
async function startWith(base: string, env: Record<string, string>): Promise<number> {
  const start = performance.now()
  const { page, close } = await launchApp({ args: [base], env })
  await page.waitForSelector('.ag-row [col-id]', { timeout: 60_000 })
  const taken = performance.now() - start
  await close()
  return taken
}

export const startCases: BenchCase[] = [
  {
    id: 'start',
    run: async () => {
      const electron = await setUp()
      await buildIfNeeded()
      const folder = mkdtempSync(join(tmpdir(), 'kebu-bench-start-'))
      if (!hasDisplay()) process.env['KEBU_VIRTUAL_DISPLAY'] = '1'
      try {
        const sample = await makeBase(join(folder, 'sample.kebu'))
        const million = await largeBase(large)
        const taken = { million: new Array<number>(), sample: new Array<number>() }
        await withDisplay(async (display) => {
          const env = definedOf(electronEnv(electron, display))
          await startWith(sample, env)
          for (let round = 0; round < rounds; round += 1) {
            taken.million.push(await startWith(million, env))
            taken.sample.push(await startWith(sample, env))
          }
        })
        const times = { median_ms: median(taken.million), baseline_ms: median(taken.sample) }
        return [
          result({
            id: 'start',
            what: 'from launch to the first rows on screen, against the same with the sample base',
            size: large.customers,
            ...times,
            bar: 1.25,
          }),
        ]
      } finally {
        rmSync(folder, { recursive: true, force: true })
      }
    },
  },
]

function definedOf(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])))
}
