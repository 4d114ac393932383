import { useEffect } from 'react'
import type { ViewSettings } from '#shared/model/view.ts'
import { useRowQuery } from '#renderer/shell/useView.ts'
import type { KanbanProps } from '#renderer/shell/slots.ts'
import { useSame } from '#renderer/ui/useSame.ts'
import { BoardView } from './BoardView.tsx'
import './kanban.css'
import { NoLanes } from './NoLanes.tsx'
import { useLayoutColumns } from './useLayoutColumns.ts'

/** A view whose rows are cards in lanes, one lane for each value of a column. */
export function Kanban({ view, layout, onRows, onChange, onFocusSearch }: KanbanProps) {
  const query = useRowQuery(view.tableId)
  const { lanes, title, card } = useLayoutColumns(view, layout)
  const colors = useSame<ViewSettings['colors']>(view.settings.colors)
  const columnIds = useSame([...(title === undefined ? [] : [title.id]), ...card.map(({ id }) => id)])
  const input = useSame({ tableId: view.tableId, query, columnIds, colors })
  const isMade = lanes !== undefined
  useEffect(() => {
    if (!isMade) onRows(null)
  }, [isMade, onRows])
  if (lanes === undefined) {
    return <NoLanes tableId={view.tableId} columnId={layout.columnId} onChoose={(columnId) => onChange({ layout: { ...layout, columnId } })} />
  }
  return (
    <BoardView
      key={`${view.id} ${lanes.id}`}
      viewId={view.id}
      input={input}
      layout={layout}
      laneColumn={lanes}
      title={title}
      columns={card}
      onRows={onRows}
      onFocusSearch={onFocusSearch}
    />
  )
}
