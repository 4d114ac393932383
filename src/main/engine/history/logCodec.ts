import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type { AddedRows, Change } from '#shared/change/change.ts'
import { changeSchema } from '#shared/change/changeSchema.ts'
import { parseJson } from '#shared/lib/parseJson.ts'

/**
 * A change as the log stores it: one byte for the form, then JSON, deflated when it is long.
 * Ids are kept as runs, and added rows without their values, which the base itself holds.
 */
export function encodeChange(change: Change): Uint8Array {
  const json = Buffer.from(JSON.stringify({ ...change, added: change.added.map(withoutValues) }, runsOfIds))
  if (json.length < longJson) return Buffer.concat([plain, json])
  return Buffer.concat([deflated, deflateRawSync(json, { level: 1 })])
}

export function decodeChange(bytes: Uint8Array): Change {
  const body = Buffer.from(bytes.buffer, bytes.byteOffset + 1, bytes.byteLength - 1)
  const json = bytes[0] === deflated[0] ? inflateRawSync(body) : body
  return changeSchema.parse(parseJson(json.toString('utf8'), idsOfRuns))
}

const plain = Buffer.from([0])
const deflated = Buffer.from([1])
const longJson = 2048

function withoutValues(rows: AddedRows): AddedRows {
  return { tableId: rows.tableId, ids: rows.ids, uids: [], columns: [] }
}

type Runs = { runs: number[] }

/** `[5,6,7,9]` becomes `{ runs: [5,3,9,1] }` where that is shorter. */
function runsOfIds(key: string, value: unknown): unknown {
  if (key !== 'ids' || !isNumbers(value) || value.length < 4) return value
  const runs: number[] = []
  for (const id of value) {
    const start = runs.at(-2)
    const count = runs.at(-1)
    if (start !== undefined && count !== undefined && start + count === id) runs[runs.length - 1] = count + 1
    else runs.push(id, 1)
  }
  return runs.length < value.length ? { runs } : value
}

function idsOfRuns(key: string, value: unknown): unknown {
  if (key !== 'ids' || !isRuns(value)) return value
  const ids: number[] = []
  for (let index = 0; index < value.runs.length; index += 2) {
    const start = value.runs[index] ?? 0
    const count = value.runs[index + 1] ?? 0
    for (let offset = 0; offset < count; offset += 1) ids.push(start + offset)
  }
  return ids
}

const isNumbers = (value: unknown): value is number[] => Array.isArray(value) && value.every((item) => typeof item === 'number')

const isRuns = (value: unknown): value is Runs => typeof value === 'object' && value !== null && 'runs' in value && isNumbers(value.runs)
