import { Select } from 'antd'
import { orderedFunctions, type RollupFunction } from '#shared/model/column.ts'
import { useBase } from '../../client/useBase.ts'
import { ColumnSelect } from '../../ui/ColumnSelect.tsx'
import { useT } from '../../ui/lang.ts'
import { useWords } from '../../words/useWords.ts'
import { canOrder, canTarget, columnsBehind, isDate, type ColumnForm, tableBehind } from './columnForm.ts'
import { Field } from './Field.tsx'
import { RollupCondition } from './RollupCondition.tsx'
import { rollupSentence } from './rollupSentence.ts'
import type { SettingsProps } from './SettingsFields.tsx'
import { ThroughLink } from './ThroughLink.tsx'

const functions = [
  'count',
  'countUnique',
  'sum',
  'average',
  'min',
  'max',
  'latest',
  'collect',
  'medianGap',
  'growingGaps',
  'unspent',
] as const satisfies readonly RollupFunction[]

/** Which columns a function may take as its second. */
const ordersBy = (rollupFunction: RollupFunction) => (rollupFunction === 'unspent' ? isDate : canOrder)

/** What is worked out of the linked rows, from which column, and which of the rows count. */
export function RollupFields({ form, tableId, problems, onChange }: SettingsProps) {
  const base = useBase()
  const t = useT()
  const words = useWords()
  const { rollup } = form
  const behind = columnsBehind(rollup.linkColumnId, base.description)
  const table = tableBehind(rollup.linkColumnId, base.description)
  const set = (change: Partial<ColumnForm['rollup']>) => onChange({ ...form, rollup: { ...rollup, ...change } })
  const setFunction = (chosen: RollupFunction) => {
    const target = behind.find((column) => column.id === rollup.targetColumnId)
    const order = behind.find((column) => column.id === rollup.orderColumnId)
    set({
      function: chosen,
      targetColumnId: target !== undefined && canTarget(base.shown(target), chosen) ? target.id : null,
      orderColumnId: order !== undefined && ordersBy(chosen)(base.shown(order)) ? order.id : null,
    })
  }
  return (
    <>
      <ThroughLink
        tableId={tableId}
        value={rollup.linkColumnId}
        problems={problems}
        onChange={(linkColumnId) => set({ linkColumnId, targetColumnId: null, orderColumnId: null, filter: null })}
      />
      {rollup.linkColumnId === null ? null : (
        <>
          <Field label={t('columnDialog.rollup.function')} problems={problems} field={null}>
            <Select
              value={rollup.function}
              options={functions.map((each) => ({ value: each, label: t(`columnDialog.rollup.${each}`) }))}
              onChange={setFunction}
            />
          </Field>
          {rollup.function === 'count' ? null : (
            <Field
              label={t(rollup.function === 'latest' ? 'columnDialog.rollup.latestTarget' : 'columnDialog.rollup.target', { table })}
              problems={problems}
              field="target"
            >
              <ColumnSelect
                wide
                columns={behind.filter((column) => canTarget(base.shown(column), rollup.function))}
                value={rollup.targetColumnId}
                onChange={(targetColumnId) => set({ targetColumnId })}
              />
            </Field>
          )}
          {orderedFunctions.has(rollup.function) ? (
            <Field
              label={t(rollup.function === 'unspent' ? 'columnDialog.rollup.day' : 'columnDialog.rollup.order')}
              problems={problems}
              field="order"
            >
              <ColumnSelect
                wide
                columns={behind.filter((column) => ordersBy(rollup.function)(base.shown(column)))}
                value={rollup.orderColumnId}
                onChange={(orderColumnId) => set({ orderColumnId })}
              />
            </Field>
          ) : null}
          <RollupCondition columns={behind} filter={rollup.filter} onChange={(filter) => set({ filter })} />
          <p className="column-form__note">{rollupSentence(rollup, words, t)}</p>
        </>
      )}
    </>
  )
}
