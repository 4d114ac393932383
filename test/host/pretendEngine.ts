import { parentPort, threadId } from 'node:worker_threads'
import Database from 'better-sqlite3'
import { serveEngine } from '#main/host/engineServer.ts'
import type { EngineMode, ServedEngine } from '#main/host/ports.ts'
import type { ChangedEvent } from '#shared/contract/events.ts'
import { Failure } from '#shared/contract/failure.ts'
import { appError } from '#shared/i18n/appError.ts'
import { fail, ok } from '#shared/lib/result.ts'

/** An engine thread that does what the host must be able to bear: it waits, counts, fails and dies. */
const change: ChangedEvent = { tables: [], schema: false, history: { undo: null, redo: null } }

const longStatement = 'with recursive n(i) as (select 1 union all select i + 1 from n where i < 6000000) select max(i) from n'

function openEngine(path: string, { mode }: { mode: EngineMode }): ServedEngine {
  if (path.endsWith('used.kebu')) throw new Failure(appError('base.inUse', { name: 'used.kebu' }))
  let changed: (event: ChangedEvent) => void = () => {}
  let noted = 0
  const readOnly = mode !== 'write'
  return {
    onChanged: (listener) => {
      changed = listener
    },
    noteChanged: () => {
      noted += 1
    },
    close: async () => {},
    runNamed: async (name, input, call) => {
      switch (name) {
        // Who answers: the thread, whether it may write, and what it was told of commits.
        case 'base.describe':
          return ok({ threadId, readOnly, noted, tables: [], rowCounts: {}, history: change.history })
        case 'stats.group':
          return ok({ threadId, readOnly })
        // A fit that never looks up, and a statement of SQLite that nobody can interrupt.
        case 'analysis.customerValue':
          for (;;);
        case 'analysis.crossSell':
          return ok(new Database(':memory:').prepare(longStatement).all())
        case 'analysis.xlsx':
          await new Promise((resolve) => setTimeout(resolve, 800))
          return ok({ threadId, readOnly })
        // A read that ends soon, and one that counts how often it is begun.
        case 'analysis.funnel':
          await new Promise((resolve) => setTimeout(resolve, 150))
          return ok({ threadId, readOnly })
        case 'files.copy':
          if (input instanceof SharedArrayBuffer) Atomics.add(new Int32Array(input), 0, 1)
          await new Promise((resolve) => setTimeout(resolve, 800))
          return ok({ threadId, readOnly })
        case 'tables.create':
          changed(change)
          return ok({ threadId, readOnly })
        case 'stats.cumulativeShare':
          return ok(() => 'cannot cross to another thread')
        case 'tables.delete':
          throw new Error('a defect')
        case 'rows.page':
          process.exit(7)
          break
        case 'schemes.run':
          setImmediate(() => {
            throw new Error('a defect outside of any call')
          })
          return new Promise(() => {})
        case 'import.run':
        case 'report.build': {
          let done = 0
          while (!call.cancelled()) call.onProgress({ phase: 'reading', done: done++, total: null })
          return fail(appError('cancelled'))
        }
        default:
          return fail(appError('input.invalid'))
      }
    },
  }
}

if (parentPort !== null) serveEngine(parentPort, { openEngine, createBase: () => {} })
