import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { arrangedCases } from './cases/arranged.ts'
import { pageCases } from './cases/page.ts'
import { startCases } from './cases/start.ts'
import { rowListCases } from './cases/rowList.ts'
import { importCases } from './cases/import.ts'
import { sortCases } from './cases/sort.ts'
import { editCases } from './cases/edit.ts'
import { columnCases } from './cases/column.ts'
import { editDeepCases } from './cases/editDeep.ts'
import { memoryCases } from './cases/memory.ts'
import { undoCases } from './cases/undo.ts'
import { removeBases } from './support/largeBase.ts'
import type { BenchCase, BenchResult } from './support/bench.ts'

/**
 * Speed as ratios: each case runs ours and the plain hand-written equivalent in turn, in one process,
 * and compares medians. `npm run bench -- --out FILE --only PATTERN`; exit status 1 when a bar is passed.
 */
const { values } = parseArgs({ options: { out: { type: 'string' }, only: { type: 'string' } } })

const all: BenchCase[] = [
  ...pageCases,
  ...arrangedCases,
  ...rowListCases,
  ...sortCases,
  ...editCases,
  ...importCases,
  ...undoCases,
  ...columnCases,
  ...editDeepCases,
  ...memoryCases,
  ...startCases,
]
const chosen = all.filter((each) => values.only === undefined || new RegExp(values.only, 'u').test(each.id))

const results: BenchResult[] = []
try {
  for (const each of chosen) {
    for (const result of await each.run()) {
      results.push(result)
      const verdict = result.ratio <= result.bar ? 'ok  ' : 'OVER'
      console.log(
        `${verdict} ${result.id.padEnd(34)} ${String(result.size).padStart(9)}  ` +
          `${result.median_ms.toFixed(3)} ms / ${result.baseline_ms.toFixed(3)} ms = ${result.ratio.toFixed(2)} (bar ${result.bar})  ${result.what}`,
      )
    }
  }
} finally {
  removeBases()
}

if (values.out !== undefined) writeFileSync(values.out, `${JSON.stringify(results, null, 2)}\n`)
const over = results.filter((result) => result.ratio > result.bar)
console.log(`${results.length - over.length} of ${results.length} within their bar`)
process.exitCode = over.length === 0 ? 0 : 1
