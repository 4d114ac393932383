import { useSchema } from '#renderer/client/useBase.ts'
import { useT } from '#renderer/ui/lang.ts'
import { useBoard } from './board.ts'
import type { Lane } from './lanes.ts'

/** What a lane without a card says: how cards come into it. */
export function EmptyLane({ lane, isNarrowed }: { lane: Lane; /** A filter or a search may leave cards out. */ isNarrowed: boolean }) {
  const t = useT()
  const { addTo, isMovable, laneColumn } = useBoard()
  const scheme = useSchema().schemeOfColumn(laneColumn.id)
  const how = () => {
    if (isNarrowed) return t('kanban.emptyNarrowed')
    if (scheme !== undefined) return t(isMovable ? 'kanban.emptyClass' : 'kanban.emptyByRule')
    return addTo === null ? null : t('kanban.emptyAdd')
  }
  return (
    <div className="lane__empty">
      <p>{t('kanban.empty')}</p>
      <p>{how()}</p>
      {addTo === null || isNarrowed ? null : (
        <button type="button" className="lane__add" onClick={() => addTo(lane.key)}>
          {t('kanban.addTo', { name: lane.name })}
        </button>
      )}
    </div>
  )
}
