import { useQueryClient } from '@tanstack/react-query'
import type { Column } from '#shared/model/column.ts'
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

/**
 * Taking a card to another lane. Where people fill the column in, the cell is written, and the card stands in its new
 * lane at once; it goes back where that fails. Where a scheme does, the class is asked for with its reason, as in the grid.
 */
export function useCardMoves(tableId: number, column: Column): { moves: readonly Move[]; move: (card: CardPlace, to: Lane) => void } {
  const schema = useSchema()
  const client = useQueryClient()
  const [moves, setMoves] = useState<readonly Move[]>([])

  const write = useCallback(
    async ({ row, laneKey }: CardPlace, to: Lane) => {
      const move: Move = { row, from: laneKey, to: to.key }
      setMoves((before) => [...before.filter((one) => one.row.id !== row.id), move])
      try {
        const cells = [{ columnId: column.id, value: to.value }]
        const { updated } = await call('rows.update', { tableId, rows: [{ id: row.id, cells }] })
        if (updated > 0) useNotices.getState().notify({ tone: 'done', text: (t) => t('kanban.moved', { name: to.name }), canUndo: true })
        await client.refetchQueries({ type: 'active', queryKey: ['rows.page'] }, { cancelRefetch: false })
      } catch (thrown) {
        notifyError(errorOf(thrown))
      } finally {
        setMoves((before) => before.filter((one) => one !== move))
      }
    },
    [tableId, column.id, client],
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
