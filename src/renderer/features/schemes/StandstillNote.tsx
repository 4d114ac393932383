import { Button } from 'antd'
import { inputsOf, linkedInputsOf } from '#shared/model/schemeInputs.ts'
import type { Scheme } from '#shared/model/scheme.ts'
import type { Standstill } from '#shared/model/schemeStandstill.ts'
import { useBase } from '../../client/useBase.ts'
import { useOperation } from '../../client/useOperation.ts'
import { useWrite } from '../../client/useWrite.ts'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
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
    <div className="scheme__broken" role="alert">
      <span>{text}</span>
      {standstill.kind === 'columnGone' && !base.readOnly ? <RestoreColumns scheme={scheme} /> : null}
    </div>
  )
}

/** The columns the scheme lacks, each with the button that brings it back from the trash. */
function RestoreColumns({ scheme }: { scheme: Scheme }) {
  const base = useBase()
  const t = useT()
  const trash = useOperation('trash.list', {})
  const restore = useWrite('trash.restore')
  const gone = new Set(
    [scheme.targetColumnId, ...inputsOf(scheme), ...linkedInputsOf(scheme)].filter((columnId) => base.column(columnId) === undefined),
  )
  const columns = (trash.data ?? []).flatMap((item) => (item.kind === 'column' && gone.has(item.id) ? [item] : []))
  return (
    <>
      {columns.map(({ entryId, id, name }) => (
        <Button key={id} size="small" loading={restore.pending} onClick={() => void restore.run({ entryId })}>
          {t('schemes.restoreColumn', { column: name })}
        </Button>
      ))}
      {restore.error === null ? null : <ErrorNote error={restore.error} />}
    </>
  )
}
