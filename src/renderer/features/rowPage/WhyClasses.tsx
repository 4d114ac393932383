import type { Scheme } from '#shared/model/scheme.ts'
import { useOperation } from '../../client/useOperation.ts'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { ClassMoves } from './ClassMoves.tsx'
import { WhyItem } from '../../why/WhyItem.tsx'
import './whyClasses.css'

/** Each class of the row, with the rule and the row's own values in a sentence; in the order of `schemes`. */
export function WhyClasses({ tableId, rowId, schemes }: { tableId: number; rowId: number; schemes: readonly Scheme[] }) {
  const { data, error } = useOperation('classes.explain', { tableId, rowId }, { keepPrevious: true })
  if (error !== null) return <ErrorNote error={error.error} />
  if (data === undefined) return <Skeleton lines={4} />
  return (
    <>
      <ul className="why-list">
        {schemes.flatMap((scheme) => {
          const explanation = data.find(({ schemeId }) => schemeId === scheme.id)
          if (explanation === undefined) return []
          return [
            <li key={scheme.id}>
              <WhyItem rowId={rowId} explanation={explanation} scheme={scheme} />
            </li>,
          ]
        })}
      </ul>
      <ClassMoves tableId={tableId} rowId={rowId} />
    </>
  )
}
