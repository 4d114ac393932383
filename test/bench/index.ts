import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { analysisCases, longAnalysisCases } from './cases/analyses.ts'
import { arrangedCases } from './cases/arranged.ts'
import { bulkCases } from './cases/bulk.ts'
import { pageCases } from './cases/page.ts'
import { startCases } from './cases/start.ts'
import { rowListCases } from './cases/rowList.ts'
import { importCases } from './cases/import.ts'
import { kanbanCases } from './cases/kanban.ts'
import { searchCases } from './cases/search.ts'
import { sortCases } from './cases/sort.ts'
import { editCases } from './cases/edit.ts'
import { columnCases } from './cases/column.ts'
import { editDeepCases } from './cases/editDeep.ts'
import { memoryCases } from './cases/memory.ts'
import { schemeCases } from './cases/schemes.ts'
import { schemeEditCases } from './cases/schemeEdit.ts'
import { schemeSpeedCases } from './cases/schemeSpeed.ts'
import { taskCases } from './cases/tasks.ts'
import { undoCases } from './cases/undo.ts'
import { removeBases } from './support/largeBase.ts'
import type { BenchCase, BenchResult } from './support/bench.ts'

/**
 * Speed as ratios: each case runs ours and the plain hand-written equivalent in turn, in one process,
 * and compares medians. `npm run bench -- --out FILE --only PATTERN`; exit status 1 when a bar is passed.
 * Cases that make millions of rows for themselves alone run with `--full`, or where `--only` names them.
 */
const { values } = parseArgs({ options: { out: { type: 'string' }, only: { type: 'string' }, full: { type: 'boolean', default: false } } })

const usual: BenchCase[] = [
  ...pageCases,
  ...arrangedCases,
  ...rowListCases,
  ...kanbanCases,
  ...sortCases,
  ...editCases,
  ...importCases,
  ...undoCases,
  ...columnCases,
  ...editDeepCases,
  ...memoryCases,
  ...startCases,
  ...schemeCases,
  ...schemeEditCases,
  ...schemeSpeedCases,
  ...taskCases,
  ...analysisCases,
  ...bulkCases.filter(({ id }) => id === 'bulk.update'),
]
const long: BenchCase[] = [...bulkCases.filter(({ id }) => id !== 'bulk.update'), ...searchCases, ...longAnalysisCases]
const { only } = values
const chosen =
  only === undefined ? [...usual, ...(values.full ? long : [])] : [...usual, ...long].filter((each) => new RegExp(only, 'u').test(each.id))

const results: BenchResult[] = []
try {
  for (const each of chosen) {
    const start = performance.now()
    const found = await each.run()
    console.log(`     ${each.id} took ${Math.round((performance.now() - start) / 1000)} s, with the bases it was the first to need`)
    for (const result of found) {
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
