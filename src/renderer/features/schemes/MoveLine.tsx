import type { ClassMove } from '#shared/contract/classes.ts'
import type { Scheme } from '#shared/model/scheme.ts'
import { useBase } from '../../client/useBase.ts'
import { useShell } from '../../shell/state.ts'
import { useT } from '../../ui/lang.ts'
import { localTime } from '../../words/localTime.ts'
import { moveCause, moveInputs } from '../../words/moveText.ts'
import { useWords } from '../../words/useWords.ts'
import { optionsOf } from './optionsOf.ts'
import { StepChips } from './StepChips.tsx'

/** A row that went from one class to another, and what brought that about. */
export function MoveLine({ scheme, move }: { scheme: Scheme; move: ClassMove }) {
  const base = useBase()
  const t = useT()
  const words = useWords()
  const openRow = useShell((state) => state.openRow)
  const options = optionsOf(scheme, base)
  return (
    <li>
      <time dateTime={move.at}>{localTime(move.at)}</time>
      <button type="button" title={move.title} onClick={() => openRow({ tableId: scheme.tableId, rowId: move.rowId })}>
        {move.title}
      </button>
      <span className="moves__classes">
        <StepChips rule={scheme.rule} options={options} step={move} />
      </span>
      <small className="moves__cause" title={moveInputs(move, words, (id) => base.column(id) !== undefined, t)}>
        {moveCause(move, base.member(move.actorId ?? 0)?.name ?? null, t)}
        {move.revision === null ? null : <span>{t('moves.revision', { number: move.revision })}</span>}
      </small>
    </li>
  )
}
