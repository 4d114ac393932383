import { RightOutlined } from '@ant-design/icons'
import { useEffect, useRef } from 'react'
import { classes } from '#renderer/ui/classes.ts'
import { Chip } from '#renderer/ui/Chip.tsx'
import { useT } from '#renderer/ui/lang.ts'
import { useBoard } from './board.ts'
import type { Lane } from './lanes.ts'

/** A lane as a narrow strip: a press opens it, and a card can be let go over it all the same. */
export function FoldedLane({ lane, isOver }: { lane: Lane; isOver: boolean }) {
  const t = useT()
  const board = useBoard()
  const button = useRef<HTMLButtonElement>(null)
  // The keys stay where the lane was folded.
  useEffect(() => {
    if (document.activeElement === document.body) button.current?.focus({ preventScroll: true })
  }, [])
  return (
    <section className={classes('lane', 'lane--folded', isOver && 'lane--over')} aria-label={lane.name} data-lane={lane.key}>
      <button
        ref={button}
        type="button"
        className="lane__unfold"
        aria-expanded={false}
        aria-label={`${t('kanban.unfold', { name: lane.name })} ${t('common.rowCount', { count: lane.count })}`}
        title={t('kanban.unfold', { name: lane.name })}
        onClick={() => board.fold(lane.key)}
      >
        <RightOutlined />
        <span className="lane__count">{lane.count.toLocaleString()}</span>
        <span className="lane__upright">
          {lane.color === null ? <span className="lane__name">{lane.name}</span> : <Chip color={lane.color}>{lane.name}</Chip>}
        </span>
      </button>
    </section>
  )
}
