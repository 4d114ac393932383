import { parentPort } from 'node:worker_threads'
import { createBase, openEngine } from '../engine/index.ts'
import { serveEngine } from './engineServer.ts'

/** Entry of an engine thread. */
if (parentPort !== null) serveEngine(parentPort, { openEngine, createBase })
