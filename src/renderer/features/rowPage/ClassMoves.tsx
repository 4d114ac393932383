import { optionsOf } from '#shared/model/columns/selects.ts'
import { useBase } from '../../client/useBase.ts'
import { useOperation } from '../../client/useOperation.ts'
import { Chip } from '../../ui/Chip.tsx'
import { useT } from '../../ui/lang.ts'
import { localTime } from '../../words/localTime.ts'
import { moveCause, moveInputs } from '../../words/moveText.ts'
import { useWords } from '../../words/useWords.ts'

/** How the classes of a row changed: from which to which, when, by whom or what, and what the rule read then. */
export function ClassMoves({ tableId, rowId }: { tableId: number; rowId: number }) {
  const base = useBase()
  const t = useT()
  const words = useWords()
  const { data } = useOperation('classes.movesOfRow', { tableId, rowId, limit: 50 }, { keepPrevious: true })
  if (data === undefined || data.length === 0) return null
  return (
    <details className="class-moves">
      <summary>{t('moves.ofRow', { count: data.length })}</summary>
      <ol>
        {data.map((move) => {
          const column = base.column(base.scheme(move.schemeId)?.targetColumnId ?? 0)
          const options = optionsOf(column)
          const chip = (id: number | null) => {
            const option = options.find((one) => one.id === id)
            return option === undefined ? (
              <span className="why__none">{t('common.unclassified')}</span>
            ) : (
              <Chip color={option.color}>{option.name}</Chip>
            )
          }
          const inputs = moveInputs(move, words, (id) => base.column(id) !== undefined, t)
          return (
            <li key={`${move.schemeId} ${move.at} ${move.fromOptionId} ${move.toOptionId}`}>
              <span className="class-moves__line">
                <span className="why__scheme">{column?.name}</span>
                {column?.type === 'multipleSelect' ? (
                  <>
                    {t(move.toOptionId === null ? 'moves.lost' : 'moves.gained')} {chip(move.toOptionId ?? move.fromOptionId)}
                  </>
                ) : (
                  <>
                    {chip(move.fromOptionId)} → {chip(move.toOptionId)}
                  </>
                )}
                <time dateTime={move.at}>{localTime(move.at).slice(0, 16)}</time>
              </span>
              <small className="selectable">
                {moveCause(move, base.member(move.actorId ?? 0)?.name ?? null, t)}
                {inputs === '' ? null : ` · ${inputs}`}
              </small>
            </li>
          )
        })}
      </ol>
    </details>
  )
}
