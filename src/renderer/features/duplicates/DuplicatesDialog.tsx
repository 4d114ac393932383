import { Button, Checkbox, Modal, Select } from 'antd'
import { useState } from 'react'
import { keepRuleSchema, type DuplicateGroup, type KeepRule } from '#shared/contract/duplicates.ts'
import { computedColumnTypes } from '#shared/model/column.ts'
import { errorOf } from '../../client/clientError.ts'
import { useBase } from '../../client/useBase.ts'
import { useOperation } from '../../client/useOperation.ts'
import { useWrite } from '../../client/useWrite.ts'
import { useNotices } from '../../shell/notices.ts'
import { ColumnTypeIcon } from '../../ui/ColumnTypeIcon.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { useT } from '../../ui/lang.ts'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { useAsk } from '../../ui/useAsk.tsx'
import { DuplicateGroups } from './DuplicateGroups.tsx'
import './duplicatesDialog.css'
import { UniqueRules } from './UniqueRules.tsx'

type DuplicatesDialogProps = { tableId: number; columnIds: readonly number[]; onClose: () => void }

/** Groups read at a time. */
const step = 20

/** Rows alike in chosen columns, side by side: merged one by one or all at once, and forbidden for the time to come. */
export function DuplicatesDialog({ tableId, columnIds, onClose }: DuplicatesDialogProps) {
  const base = useBase()
  const t = useT()
  const ask = useAsk()
  const [chosen, setChosen] = useState<number[]>([...columnIds])
  const [limit, setLimit] = useState(step)
  const [keep, setKeep] = useState<KeepRule>('oldest')
  const [byHand, setByHand] = useState<readonly number[]>([])
  const [moveLinks, setMoveLinks] = useState(true)
  const [fillEmpty, setFillEmpty] = useState(true)
  const merge = useWrite('rows.mergeDuplicates')
  const columns = base.columnsOf(tableId)
  const compared = columns.filter((column) => chosen.includes(column.id))
  const given = columns.filter((column) => !computedColumnTypes.has(column.type) && base.schemeOfColumn(column.id) === undefined)
  const shown = shownColumns(given, compared, base.primaryColumn(tableId))
  const scope = { tableId, columnIds: compared.map((column) => column.id) }
  const { data, error } = useOperation(
    'rows.duplicates',
    { ...scope, keep, cellColumnIds: shown.map((column) => column.id), limit },
    { enabled: compared.length > 0, keepPrevious: true },
  )
  const found = compared.length === 0 ? undefined : data

  const chosenIn = ({ rowIds, rows }: DuplicateGroup) => byHand.find((id) => rowIds.includes(id) || rows.some((row) => row.id === id))
  const handPicked = (found?.groups ?? []).flatMap((group) => chosenIn(group) ?? [])
  const keptIds = new Set((found?.groups ?? []).map((group) => chosenIn(group) ?? group.keepId))
  const keepRow = (group: DuplicateGroup, rowId: number) => {
    const others = byHand.filter((id) => id !== chosenIn(group))
    setByHand(rowId === group.keepId ? others : [...others, rowId])
  }

  const run = async (groups: number[][] | null) => {
    const done = await merge.run({ ...scope, keep, keepIds: handPicked, moveLinks, fillEmpty, groups })
    if (done === null) return
    useNotices.getState().notify({
      tone: 'done',
      text: (t) => t('duplicates.merged', done),
      canUndo: true,
    })
  }
  const runAll = async () => {
    if (found === undefined) return
    const { groupCount: count, rowCount } = found
    // One group is merged as it is seen, without being asked about.
    if (count === 1) return run(null)
    const words = { rows: rowCount - count, rule: t(`duplicates.keep.${keep}`), picked: handPicked.length }
    const text = t(handPicked.length === 0 ? 'duplicates.askAllText' : 'duplicates.askAllPicked', words)
    if (await ask({ title: t('duplicates.askAll', { count }), text, yes: t('duplicates.mergeAll', { count }), danger: true })) await run(null)
  }

  return (
    <Modal
      open
      centered
      destroyOnHidden
      width={960}
      className="duplicates-dialog"
      mask={{ closable: false }}
      title={t('duplicates.title', { table: base.table(tableId)?.name ?? '' })}
      onCancel={onClose}
      footer={
        <div className="duplicates-dialog__foot">
          <UniqueRules tableId={tableId} columns={compared} free={found?.groupCount === 0} />
          <Button onClick={onClose}>{t('common.close')}</Button>
          {found === undefined || found.groupCount === 0 || base.readOnly ? null : (
            <Button type="primary" loading={merge.pending} onClick={() => void runAll()}>
              {found.groupCount === 1 ? t('duplicates.mergeOne') : t('duplicates.mergeAll', { count: found.groupCount })}
            </Button>
          )}
        </div>
      }
    >
      <label className="duplicates-dialog__field">
        <span>{t('duplicates.columns')}</span>
        <Select
          mode="multiple"
          className="duplicates-dialog__columns"
          value={chosen}
          placeholder={t('duplicates.chooseColumns')}
          aria-label={t('duplicates.columns')}
          showSearch={{ optionFilterProp: 'name' }}
          maxCount={8}
          options={columns.map(({ id, name, type }) => ({
            value: id,
            name,
            label: (
              <span className="column-select__name">
                <ColumnTypeIcon type={type} /> {name}
              </span>
            ),
          }))}
          onChange={(ids) => {
            setChosen(ids)
            setByHand([])
            setLimit(step)
          }}
        />
        <small>{t('duplicates.columnsHint')}</small>
      </label>
      {error === null ? null : <ErrorNote error={errorOf(error)} />}
      {merge.error === null ? null : <ErrorNote error={merge.error} />}
      {compared.length === 0 ? null : found === undefined ? (
        error === null ? (
          <Skeleton lines={6} />
        ) : null
      ) : found.groupCount === 0 ? (
        <EmptyState title={t('duplicates.none')} text={t('duplicates.noneText')} />
      ) : (
        <>
          <div className="duplicates-dialog__rules">
            <b role="status">{t('duplicates.found', { groups: found.groupCount, rows: found.rowCount })}</b>
            <label className="duplicates-dialog__keep">
              {t('duplicates.keep')}
              <Select
                size="small"
                value={keep}
                popupMatchSelectWidth={false}
                options={keepRuleSchema.options.map((value) => ({ value, label: t(`duplicates.keep.${value}`) }))}
                onChange={(rule) => {
                  setKeep(rule)
                  // The rule is told for all groups anew.
                  setByHand([])
                }}
              />
            </label>
            <Checkbox checked={moveLinks} onChange={(event) => setMoveLinks(event.target.checked)}>
              {t('duplicates.moveLinks')}
            </Checkbox>
            <Checkbox checked={fillEmpty} onChange={(event) => setFillEmpty(event.target.checked)}>
              {t('duplicates.fillEmpty')}
            </Checkbox>
          </div>
          <DuplicateGroups
            groups={found.groups}
            columns={shown}
            busy={merge.pending}
            readOnly={base.readOnly}
            keptIds={keptIds}
            onKeep={keepRow}
            onMerge={found.groupCount === 1 ? undefined : ({ rowIds }) => void run([rowIds])}
          />
          {found.groupCount <= found.groups.length ? null : (
            <Button type="text" onClick={() => setLimit((was) => Math.min(200, was + step))} disabled={limit >= 200}>
              {t('duplicates.more', { count: Math.min(step, found.groupCount - found.groups.length) })}
            </Button>
          )}
        </>
      )}
    </Modal>
  )
}

/** The columns that tell rows apart: what names them, what they are compared by, then the first that people fill. */
function shownColumns<Shown extends { id: number }>(columns: readonly Shown[], compared: readonly Shown[], primary: Shown | undefined): Shown[] {
  const first = [...(primary === undefined ? [] : [primary]), ...compared]
  return [...new Map([...first, ...columns].map((column) => [column.id, column])).values()].slice(0, Math.max(7, first.length))
}
