import { createBase, openEngine } from '#main/engine/index.ts'
import { importPlan } from '#shared/importing/importPlan.ts'
import { openDraft } from '#shared/importing/openDraft.ts'
import { succeed } from '../support/largeBase.ts'
import { report } from './memory.ts'

/** A workbook into a new base, as the wizard does it with every guess accepted: committed, logged, searchable. */
const [path = '', base = ''] = process.argv.slice(2)
createBase(base)
const engine = openEngine(base)
const description = await succeed(engine.run('base.describe', {}))
const preview = await succeed(engine.run('import.inspect', { path }))
const plan = importPlan(openDraft(path, preview, description))
if (plan === null) throw new Error('the guesses make no plan')
const start = performance.now()
const result = await succeed(engine.run('import.run', { ...plan, rejectionFolder: null }))
const milliseconds = performance.now() - start
const added = result.sheets.reduce((sum, sheet) => sum + sheet.added, 0)
const sheet = result.sheets[0]
const found = await succeed(
  engine.run('rows.find', { tableIds: sheet?.tableId === null || sheet === undefined ? null : [sheet.tableId], text: '精密' }),
)
if (found.length === 0 || result.rejectionCount > 0) throw new Error(`${found.length} found, ${result.rejectionCount} rejected`)
report(milliseconds, added)
await engine.close()
