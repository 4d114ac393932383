import { useQueryClient, type QueryClient } from '@tanstack/react-query'
import type { ColorRule } from '#shared/model/coloring.ts'
import { allFolded } from '#shared/model/folding.ts'
import type { RowQuery } from '#shared/model/view.ts'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { Base } from '#renderer/client/base.ts'
import type { Input } from '#renderer/client/operations.ts'
import { useBase } from '#renderer/client/useBase.ts'
import { readQuery } from '#renderer/client/useOperation.ts'

/** What a board is read by; its groups are the lanes. */
export type BoardInput = { tableId: number; query: RowQuery; columnIds: readonly number[]; colors: readonly ColorRule[] }

export const blockSize = 40

/** The heads of all lanes with their counts, and no row. */
export const headsOf = ({ tableId, query }: BoardInput): Input<'rows.page'> => ({
  tableId,
  query,
  collapsed: [...allFolded],
  columnIds: [],
  offset: 0,
  limit: 1000,
})

/** A stretch of the cards of one lane, counted from its first: other lanes may grow and shrink meanwhile. */
export const cardsOf = ({ tableId, query, columnIds, colors }: BoardInput, within: string, block: number): Input<'rows.page'> => ({
  tableId,
  query,
  columnIds: [...columnIds],
  colors: [...colors],
  within,
  offset: block * blockSize,
  limit: blockSize,
})

/**
 * The input whose lanes and first cards are at hand; null before the first. A filter or a sort that changes leaves the
 * last board on screen until the next one is there, so that nothing flashes.
 */
export function useBoardInput(input: BoardInput): BoardInput | null {
  const client = useQueryClient()
  const base = useBase()
  const latest = useRef(base)
  useLayoutEffect(() => {
    latest.current = base
  })
  const [shown, setShown] = useState<BoardInput | null>(null)
  useEffect(() => {
    let isLeft = false
    // What cannot be read is said by the board itself, which asks again.
    const show = () => {
      if (!isLeft) setShown(input)
    }
    prepare(client, latest.current, input).then(show, show)
    return () => {
      isLeft = true
    }
  }, [client, input])
  return shown
}

async function prepare(client: QueryClient, base: Base, input: BoardInput): Promise<void> {
  const heads = await client.fetchQuery(readQuery('rows.page', headsOf(input), base))
  const keys = heads.items.flatMap((item) => (item.kind === 'group' ? [item.key] : [])).slice(0, lanesAtFirst)
  await Promise.all(keys.map((key) => client.prefetchQuery(readQuery('rows.page', cardsOf(input, key, 0), base))))
}

/** As many as a wide screen shows. */
const lanesAtFirst = 8
