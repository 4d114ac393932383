import { DownOutlined, RightOutlined } from '@ant-design/icons'
import { useState } from 'react'
import type { MoveGroup } from '#shared/contract/classes.ts'
import type { Scheme } from '#shared/model/scheme.ts'
import { useBase } from '../../client/useBase.ts'
import { useT } from '../../ui/lang.ts'
import { localTime } from '../../words/localTime.ts'
import { moveCause } from '../../words/moveText.ts'
import { MoveLine } from './MoveLine.tsx'
import { optionsOf } from './optionsOf.ts'
import { StepChips } from './StepChips.tsx'

/** So many ways are told before the group is opened. */
const mostFlows = 3

/** Many rows moved by one change, in one line; a press shows them. */
export function MoveGroupLine({ scheme, group }: { scheme: Scheme; group: MoveGroup }) {
  const base = useBase()
  const t = useT()
  const [open, setOpen] = useState(false)
  const [first] = group.moves
  const options = optionsOf(scheme, base)
  // A row that gained one tag and lost another stands there twice.
  const isTags = scheme.rule.kind === 'tags'
  const cause = first === undefined ? '' : moveCause(first, base.member(first.actorId ?? 0)?.name ?? null, t)
  const rest = group.count - group.moves.length
  return (
    <>
      <li className="moves__group">
        <time dateTime={group.at}>{localTime(group.at)}</time>
        <button type="button" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? <DownOutlined /> : <RightOutlined />}{' '}
          {cause === ''
            ? t(isTags ? 'schemes.moves.tags' : 'schemes.moves.group', { count: group.count })
            : t(isTags ? 'schemes.moves.tagsBy' : 'schemes.moves.groupBy', { cause, count: group.count })}
        </button>
        <span className="moves__classes">
          {group.flows.slice(0, mostFlows).map((flow) => (
            <span key={`${flow.fromOptionId} ${flow.toOptionId}`} className="moves__flow">
              {flow.count} <StepChips rule={scheme.rule} options={options} step={flow} />
            </span>
          ))}
          {group.flows.length > mostFlows ? '…' : null}
        </span>
      </li>
      {open ? group.moves.map((move) => <MoveLine key={`${move.rowId}-${move.at}`} scheme={scheme} move={move} />) : null}
      {open && rest > 0 ? <li className="rule__note">{t(isTags ? 'schemes.moves.moreTags' : 'schemes.moves.more', { count: rest })}</li> : null}
    </>
  )
}
