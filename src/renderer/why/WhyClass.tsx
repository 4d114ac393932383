import { useBase } from '../client/useBase.ts'
import { useOperation } from '../client/useOperation.ts'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { useT } from '../ui/lang.ts'
import { Skeleton } from '../ui/Skeleton.tsx'
import { WhyItem } from './WhyItem.tsx'

type WhyClassProps = { tableId: number; rowId: number; schemeId: number }

/** Why a row has the class of one scheme, or none. */
export function WhyClass({ tableId, rowId, schemeId }: WhyClassProps) {
  const t = useT()
  const scheme = useBase().scheme(schemeId)
  const { data, error } = useOperation('classes.explain', { tableId, rowId, schemeId })
  if (error !== null) return <ErrorNote error={error.error} />
  if (data === undefined) return <Skeleton lines={2} />
  const [explanation] = data
  if (scheme === undefined || explanation === undefined) return <p className="why__text">{t('rowPage.why.standsStill')}</p>
  return <WhyItem rowId={rowId} explanation={explanation} scheme={scheme} />
}
