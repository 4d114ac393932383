import { DownOutlined, PlusOutlined } from '@ant-design/icons'
import { Popover } from 'antd'
import { useSchema } from '#renderer/client/useBase.ts'
import { Chip } from '#renderer/ui/Chip.tsx'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { useT } from '#renderer/ui/lang.ts'
import { WhyLane } from '#renderer/why/WhyLane.tsx'
import { useBoard } from './board.ts'
import type { Lane } from './lanes.ts'
import type { LaneSum } from './sumText.ts'

/** The value of a lane, how many cards hold it, and what they add up to; a class tells which rule gives it. */
export function LaneHead({ lane, count, sum }: { lane: Lane; count: number; sum: LaneSum | null }) {
  const t = useT()
  const board = useBoard()
  const scheme = useSchema().schemeOfColumn(board.laneColumn.id)
  const { addTo } = board
  const name =
    lane.color === null ? (
      <span className="lane__name" title={lane.name}>
        {lane.name}
      </span>
    ) : (
      <Chip color={lane.color} title={lane.name} dot={board.laneColumn.type === 'member'}>
        {lane.name}
      </Chip>
    )
  return (
    <header className="lane__head">
      <button
        type="button"
        className="lane__fold"
        aria-expanded
        aria-label={t('kanban.fold', { name: lane.name })}
        title={t('kanban.fold', { name: lane.name })}
        onClick={() => board.fold(lane.key)}
      >
        <DownOutlined />
      </button>
      {scheme === undefined ? (
        <h2 className="lane__value">{name}</h2>
      ) : (
        <h2 className="lane__value">
          <Popover
            trigger={['hover', 'click']}
            mouseEnterDelay={0.4}
            placement="bottomLeft"
            destroyOnHidden
            content={<WhyLane scheme={scheme} column={board.laneColumn} optionId={typeof lane.value === 'number' ? lane.value : null} />}
          >
            <button type="button" className="why-button">
              {name}
            </button>
          </Popover>
        </h2>
      )}
      <span className="lane__count" aria-label={t('common.rowCount', { count })}>
        {count.toLocaleString()}
      </span>
      <span className="lane__sum" title={sum?.whole}>
        {sum?.text}
      </span>
      {addTo === null ? null : <IconButton label={t('kanban.addTo', { name: lane.name })} icon={<PlusOutlined />} onClick={() => addTo(lane.key)} />}
    </header>
  )
}
