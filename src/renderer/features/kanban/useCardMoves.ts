import { useQueryClient } from '@tanstack/react-query'
import type { Column } from '#shared/model/column.ts'
import type { RowQuery } from '#shared/model/view.ts'
import { useCallback, useState } from 'react'
import { canLock, isEditable } from '#renderer/cells/cellEdit.ts'
import { call } from '#renderer/client/call.ts'
import { errorOf } from '#renderer/client/clientError.ts'
import { useSchema } from '#renderer/client/useBase.ts'
import { askToLock } from '#renderer/locks/locking.ts'
import { notifyError, useNotices } from '#renderer/shell/notices.ts'
import type { CardPlace } from './board.ts'
import type { Lane } from './lanes.ts'
import type { Move } from './moves.ts'

/** Where a card came to stand that was moved; `place` null where the filter leaves it out by now. */
export type Moved = { card: CardPlace; to: Lane; place: number | null }

/**
 * Taking a card to another lane. Where people fill the column in, the cell is written, and the card stands in its new
 * lane at once; it goes back where that fails. Where a scheme does, the class is asked for with its reason, as in the grid.
 */
export function useCardMoves(
  { tableId, query }: { tableId: number; query: RowQuery },
  column: Column,
  onMoved: (moved: Moved) => void,
): { moves: readonly Move[]; move: (card: CardPlace, to: Lane) => void } {
  const schema = useSchema()
  const client = useQueryClient()
  const [moves, setMoves] = useState<readonly Move[]>([])

  const write = useCallback(
    async (card: CardPlace, to: Lane) => {
      const { row, laneKey } = card
      const move: Move = { row, from: laneKey, to: to.key }
      setMoves((before) => [...before.filter((one) => one.row.id !== row.id), move])
      try {
        const cells = [{ columnId: column.id, value: to.value }]
        const { updated } = await call('rows.update', { tableId, rows: [{ id: row.id, cells }] })
        if (updated > 0) useNotices.getState().notify({ tone: 'done', text: (t) => t('kanban.moved', { name: to.name }), canUndo: true })
        // The change is told of before it is answered: what it touched is being read already.
        await client.refetchQueries({ type: 'active', stale: true, queryKey: ['rows.page'] }, { cancelRefetch: false })
        const { position } = await call('rows.position', { tableId, query, rowId: row.id, within: to.key })
        onMoved({ card, to, place: position })
      } catch (thrown) {
        notifyError(errorOf(thrown))
      } finally {
        setMoves((before) => before.filter((one) => one !== move))
      }
    },
    [tableId, query, column.id, client, onMoved],
  )

  const move = useCallback(
    (card: CardPlace, to: Lane) => {
      if (card.laneKey === to.key) return
      if (canLock(column, schema)) {
        askToLock({ tableId, columnId: column.id, rowIds: [card.row.id], optionId: typeof to.value === 'number' ? to.value : null })
      } else if (isEditable(column, schema)) {
        void write(card, to)
      } else {
        useNotices.getState().notify({ tone: 'done', text: (t) => t(schema.readOnly ? 'shell.readOnlyText' : 'grid.readOnlyCell') })
      }
    },
    [tableId, column, schema, write],
  )
  return { moves, move }
}
