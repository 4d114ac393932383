import type { Scheme } from '#shared/model/scheme.ts'
import { useOperation } from '../../client/useOperation.ts'
import { useT } from '../../ui/lang.ts'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { MoveGroupLine } from './MoveGroupLine.tsx'
import { MoveLine } from './MoveLine.tsx'

/** From so many rows on, those of one change stand in one line. */
const fewestGrouped = 4

/** Rows that lately went from one class to another, and what brought that about; a change of many rows is one line. */
export function Moves({ scheme }: { scheme: Scheme }) {
  const t = useT()
  const { data } = useOperation('classes.moveGroups', { schemeId: scheme.id, limit: 60, each: 50 }, { keepPrevious: true })
  return (
    <section className="moves" aria-label={t('schemes.moves')}>
      <h3>{t('schemes.moves')}</h3>
      {data === undefined ? <Skeleton lines={4} /> : null}
      {data?.length === 0 ? <p className="rule__note">{t('schemes.noMoves')}</p> : null}
      <ul>
        {data?.map((group) =>
          group.count < fewestGrouped ? (
            group.moves.map((move) => <MoveLine key={`${move.rowId}-${move.at}`} scheme={scheme} move={move} />)
          ) : (
            <MoveGroupLine key={group.at} scheme={scheme} group={group} />
          ),
        )}
      </ul>
    </section>
  )
}
