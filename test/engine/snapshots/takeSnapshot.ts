import { readdirSync } from 'node:fs'
import { openEngine } from '#main/engine/index.ts'

/** Run as a second process on a disk of its own: takes a snapshot, and says how that went and what stands in the folder afterwards. */
const [path = '', folder = ''] = process.argv.slice(2)
const engine = openEngine(path, { readOnly: true })
const answer = await engine.run('snapshots.take', { name: '' })
await engine.close()
process.stdout.write(JSON.stringify({ failure: answer.ok ? null : answer.failure, left: readdirSync(folder) }))
