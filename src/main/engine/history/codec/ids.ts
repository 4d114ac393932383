import type { ByteReader, ByteWriter } from './bytes.ts'

/** Ids as runs of neighbours: how far each run begins after the last one ended, and how long it is. */
export function writeIds(to: ByteWriter, ids: readonly number[]): void {
  to.whole(ids.length)
  let end = 0
  for (let from = 0; from < ids.length;) {
    const first = ids[from] ?? 0
    let length = 1
    while (ids[from + length] === first + length) length += 1
    to.signed(first - end)
    to.whole(length)
    end = first + length
    from += length
  }
}

export function readIds(from: ByteReader): number[] {
  const count = from.whole()
  const ids: number[] = []
  let end = 0
  while (ids.length < count) {
    const first = end + from.signed()
    const length = from.whole()
    for (let offset = 0; offset < length; offset += 1) ids.push(first + offset)
    end = first + length
  }
  return ids
}
