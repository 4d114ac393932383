import type { WriteContext } from '../../context.ts'

/** Ids for new rows of a table, one at a time; asked for in blocks. */
export type RowIdSource = { next(): number }

const blockSize = 1000

export function rowIdSource(context: Pick<WriteContext, 'newRowIds'>, tableId: number): RowIdSource {
  let block: number[] = []
  let used = 0
  return {
    next: () => {
      if (used === block.length) {
        block = context.newRowIds(tableId, blockSize)
        used = 0
      }
      used += 1
      return block[used - 1] ?? 0
    },
  }
}
