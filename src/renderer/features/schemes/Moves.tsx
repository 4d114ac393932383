import type { ClassMove } from '#shared/contract/classes.ts'
import type { Scheme } from '#shared/model/scheme.ts'
import { useBase } from '../../client/useBase.ts'
import { useOperation } from '../../client/useOperation.ts'
import { useShell } from '../../shell/state.ts'
import { useT } from '../../ui/lang.ts'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { localTime } from '../../words/localTime.ts'
import { moveCause, moveInputs } from '../../words/moveText.ts'
import { useWords } from '../../words/useWords.ts'
import { ClassChip } from './ClassChip.tsx'
import { optionsOf } from './optionsOf.ts'

/** Rows that lately went from one class to another, and what brought that about. */
export function Moves({ scheme }: { scheme: Scheme }) {
  const base = useBase()
  const t = useT()
  const words = useWords()
  const openRow = useShell((state) => state.openRow)
  const { data } = useOperation('classes.moves', { schemeId: scheme.id, limit: 100 }, { keepPrevious: true })
  const options = optionsOf(scheme, base)
  const inputsOf = (move: ClassMove) => moveInputs(move, words, (id) => base.column(id) !== undefined, t)
  const named = (id: number | null) => options.find((option) => option.id === id) ?? null
  return (
    <section className="moves" aria-label={t('schemes.moves')}>
      <h3>{t('schemes.moves')}</h3>
      {data === undefined ? <Skeleton lines={4} /> : null}
      {data?.length === 0 ? <p className="rule__note">{t('schemes.noMoves')}</p> : null}
      <ul>
        {data?.map((move) => (
          <li key={`${move.rowId}-${move.at}`}>
            <time dateTime={move.at}>{localTime(move.at)}</time>
            <button type="button" title={move.title} onClick={() => openRow({ tableId: scheme.tableId, rowId: move.rowId })}>
              {move.title}
            </button>
            <span className="moves__classes">
              <ClassChip option={named(move.fromOptionId)} /> → <ClassChip option={named(move.toOptionId)} />
            </span>
            <small className="moves__cause" title={inputsOf(move)}>
              {moveCause(move, base.member(move.actorId ?? 0)?.name ?? null, t)}
              {move.revision === null ? null : <span>{t('moves.revision', { number: move.revision })}</span>}
            </small>
          </li>
        ))}
      </ul>
    </section>
  )
}
