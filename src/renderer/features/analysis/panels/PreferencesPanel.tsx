import { Select } from 'antd'
import { useSchema } from '../../../client/useBase.ts'
import { useOperation } from '../../../client/useOperation.ts'
import { useLang, useT } from '../../../ui/lang.ts'
import { AnalysisPanel } from '../AnalysisPanel.tsx'
import { Choice } from '../Choice.tsx'
import { ColumnChoice } from '../ColumnChoice.tsx'
import { isCounted, isSelect, type Wanted } from '../columnPicks.ts'
import { keptState } from '../keptState.ts'
import { NoColumns } from '../NoColumns.tsx'
import { columnPicksOf } from '../useColumnPicks.ts'

const wanted: readonly Wanted[] = [
  { fits: isSelect, first: ['customer.grade', 'customer.status'] },
  { fits: isCounted, first: ['customer.address', 'customer.source', 'customer.industry'] },
]

const usePicks = columnPicksOf(wanted)

const parts = ['city', 'province'] as const

const useMarked = keptState<{ columnId: number; ids: number[] } | null>(null)
const usePart = keptState<(typeof parts)[number]>('city')

/** A class or a group of any table, and what it has more often than everybody. */
export function PreferencesPanel() {
  const t = useT()
  const lang = useLang()
  const schema = useSchema()
  const { picks, tables, setTable, at } = usePicks()
  const [marked, setMarked] = useMarked()
  const [part, setPart] = usePart()
  const [group = 0, by = 0] = picks?.columnIds ?? []
  const [groupColumn, byColumn] = [schema.column(group), schema.column(by)].map((column) => (column === undefined ? undefined : schema.shown(column)))
  const options = groupColumn?.type === 'singleSelect' || groupColumn?.type === 'multipleSelect' ? groupColumn.settings.options : []
  const kept = options.filter(({ id }) => marked?.columnId === group && marked.ids.includes(id)).map(({ id }) => id)
  const groupIds = kept.length > 0 ? kept : options.slice(0, 1).map(({ id }) => id)
  const input = { lang, groupColumnId: group, groupIds, byColumnId: by, part }
  const answer = useOperation('analysis.preferences', input, { enabled: picks !== null && groupIds.length > 0, keepPrevious: true })
  if (picks === null || options.length === 0) return <NoColumns name="preferences" />
  return (
    <AnalysisPanel
      request={{ name: 'preferences', input }}
      answer={answer}
      parameters={
        <>
          <Choice label={t('analysis.table')} value={picks.tableId} options={tables} onChange={setTable} />
          <ColumnChoice label={t('analysis.preferences.group')} {...at(0)} />
          <label className="analysis-choice">
            <span>{t('analysis.preferences.ids')}</span>
            <Select
              mode="multiple"
              value={groupIds}
              aria-label={t('analysis.preferences.ids')}
              className="analysis-choice__many"
              maxTagCount="responsive"
              popupMatchSelectWidth={false}
              optionFilterProp="label"
              options={options.map(({ id, name }) => ({ value: id, label: name }))}
              onChange={(ids: number[]) => setMarked({ columnId: group, ids })}
            />
          </label>
          <ColumnChoice label={t('analysis.preferences.by')} {...at(1)} />
          {byColumn?.type === 'address' ? (
            <Choice
              label={t('analysis.preferences.part')}
              value={part}
              options={parts.map((one) => ({ value: one, label: t(`analysis.preferences.part.${one}`) }))}
              onChange={setPart}
            />
          ) : null}
        </>
      }
    />
  )
}
