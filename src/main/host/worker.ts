import { parentPort } from 'node:worker_threads'
import { createBase, openEngine } from '../engine/index.ts'
import { serveEngine } from './engineServer.ts'

/** Somebody who types amounts one after the other does not wait for a ranking between them. */
const rankAfterMs = 500

/** Entry of an engine thread. */
if (parentPort !== null) {
  serveEngine(parentPort, { openEngine: (path, options) => openEngine(path, { ...options, rankAfterMs }), createBase })
}
