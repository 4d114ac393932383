import { parentPort, threadId } from 'node:worker_threads'
import { serveEngine } from '#main/host/engineServer.ts'
import type { ServedEngine } from '#main/host/ports.ts'
import type { ChangedEvent } from '#shared/contract/events.ts'
import { Failure } from '#shared/contract/failure.ts'
import { appError } from '#shared/i18n/appError.ts'
import { fail, ok } from '#shared/lib/result.ts'

/** An engine thread that does what the host must be able to bear: it waits, counts, fails and dies. */
const change: ChangedEvent = { tables: [], schema: false, history: { undo: null, redo: null } }

function pretendEngine(path: string, { readOnly }: { readOnly: boolean }): ServedEngine {
  if (path.endsWith('used.kebu')) throw new Failure(appError('base.inUse', { name: 'used.kebu' }))
  let changed: (event: ChangedEvent) => void = () => {}
  let noted = 0
  return {
    onChanged: (listener) => { changed = listener },
    noteChanged: () => { noted += 1 },
    close: () => {},
    run: (name, input, call) => {
      switch (name) {
        // Who answers: the thread, whether it may write, what it was told of commits, and whom it takes for the user.
        case 'base.describe': return ok({ threadId, readOnly, noted, actorId: call.actorId, tables: [], rowCounts: {}, history: change.history })
        case 'stats.group': return ok({ threadId, readOnly })
        case 'base.setActor': return ok(input)
        case 'tables.create': changed(change); return ok({ threadId, readOnly })
        case 'tables.delete': throw new Error('a defect')
        case 'rows.page': process.exit(7); break
        case 'schemes.run': setImmediate(() => { throw new Error('a defect outside of any call') }); return new Promise(() => {})
        case 'import.run': case 'report.build': {
          let done = 0
          while (!call.cancelled()) call.onProgress({ phase: 'reading', done: done++, total: null })
          return fail(appError('cancelled'))
        }
      }
      return fail(appError('input.invalid'))
    },
  }
}

if (parentPort !== null) serveEngine(parentPort, pretendEngine)
