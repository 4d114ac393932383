import { Button, Tooltip } from 'antd'
import type { Column } from '#shared/model/column.ts'
import { canBeUnique } from '#shared/model/cellKey.ts'
import { uniquesOf } from '#shared/model/table.ts'
import { useBase } from '../../client/useBase.ts'
import { useWrite } from '../../client/useWrite.ts'
import { notifyError, useNotices, type Said } from '../../shell/notices.ts'
import { useT } from '../../ui/lang.ts'

type UniqueRulesProps = {
  tableId: number
  /** The columns compared now. */
  columns: readonly Column[]
  /** Whether no two rows are alike in them. */
  free: boolean
}

/** The rules against duplicates that stand, and the way to make one of the columns compared now. */
export function UniqueRules({ tableId, columns, free }: UniqueRulesProps) {
  const base = useBase()
  const t = useT()
  const add = useWrite('tables.addUnique')
  const remove = useWrite('tables.removeUnique')
  const table = base.table(tableId)
  if (table === undefined) return null
  const nameOf = (ids: readonly number[]): string => ids.map((id) => base.column(id)?.name ?? '').join(' + ')
  const ids = columns.map((column) => column.id)
  const isRule = uniquesOf(table).some(({ columnIds }) => columnIds.length === ids.length && columnIds.every((id) => ids.includes(id)))
  const canAdd = free && !isRule && !base.readOnly && columns.every((column) => canBeUnique(column) && base.schemeOfColumn(column.id) === undefined)
  const told = (text: Said) => useNotices.getState().notify({ tone: 'done', text, canUndo: true })

  const makeRule = async () => {
    if ((await add.run({ tableId, columnIds: ids })) !== null) told((t) => t('duplicates.added', { columns: nameOf(ids) }))
    else if (add.error !== null) notifyError(add.error)
  }
  return (
    <div className="unique-rules">
      {uniquesOf(table).length === 0 ? null : <span className="unique-rules__label">{t('duplicates.rules')}</span>}
      {uniquesOf(table).map(({ id, columnIds }) => (
        <span key={id} className="unique-rules__rule">
          {nameOf(columnIds)}
          {base.readOnly ? null : (
            <Button
              size="small"
              type="link"
              aria-label={t('duplicates.removeNamed', { columns: nameOf(columnIds) })}
              onClick={() =>
                void remove
                  .run({ tableId, uniqueId: id })
                  .then((done) => done !== null && told((t) => t('duplicates.removed', { columns: nameOf(columnIds) })))
              }
            >
              {t('duplicates.remove')}
            </Button>
          )}
        </span>
      ))}
      {canAdd ? (
        <Tooltip title={t('duplicates.uniqueText')}>
          <Button loading={add.pending} onClick={() => void makeRule()}>
            {t('duplicates.unique')}
          </Button>
        </Tooltip>
      ) : null}
    </div>
  )
}
