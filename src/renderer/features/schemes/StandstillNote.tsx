import type { Scheme } from '#shared/model/scheme.ts'
import type { Standstill } from '#shared/model/schemeStandstill.ts'
import { useBase } from '../../client/useBase.ts'
import { useT } from '../../ui/lang.ts'

/** Why a scheme does not go on classing, and what sets it going again. */
export function StandstillNote({ scheme, standstill }: { scheme: Scheme; standstill: Standstill }) {
  const base = useBase()
  const t = useT()
  const text =
    standstill.kind === 'columnGone'
      ? t('schemes.broken')
      : standstill.kind === 'inputChanged'
        ? t('schemes.standstill.inputChanged', { column: standstill.column.name })
        : t('schemes.standstill.classesGone', { column: base.column(scheme.targetColumnId)?.name ?? '' })
  return (
    <p className="scheme__broken" role="alert">
      {text}
    </p>
  )
}
