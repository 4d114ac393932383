import { FileExcelOutlined, PictureOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { addDays, localDay } from '#shared/lib/days.ts'
import { migrationTable } from '#shared/model/migrationTable.ts'
import { bestFirst } from '#shared/model/orderedClasses.ts'
import type { Scheme } from '#shared/model/scheme.ts'
import { chartImage } from '../../../charts/chartImage.ts'
import { useBase } from '../../../client/useBase.ts'
import { useOperation } from '../../../client/useOperation.ts'
import { useWrite } from '../../../client/useWrite.ts'
import { useNotices } from '../../../shell/notices.ts'
import { useChartStyle } from '../../../shell/useChartStyle.ts'
import { useSavePng } from '../../../shell/useSavePng.ts'
import { ErrorNote } from '../../../ui/ErrorNote.tsx'
import { useLang, useT } from '../../../ui/lang.ts'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import { optionsOf } from '../optionsOf.ts'
import { DayField } from './DayField.tsx'
import './history.css'
import { migrationChart } from './migrationChart.ts'
import { MigrationMatrix, type MatrixCell } from './MigrationMatrix.tsx'
import { MigrationRows } from './MigrationRows.tsx'

/** Who went from which class to which between two days, from the log of moves. */
export function MigrationPart({ scheme }: { scheme: Scheme }) {
  const base = useBase()
  const t = useT()
  const lang = useLang()
  const notify = useNotices((state) => state.notify)
  const style = useChartStyle()
  const savePng = useSavePng()
  const [today] = useState(() => localDay(new Date()))
  const [span, setSpan] = useState({ from: addDays(today, -30), to: today })
  const [chosen, setChosen] = useState<MatrixCell | null>(null)
  const pick = useWrite('app.pickSaveFile')
  const write = useWrite('classes.migrationXlsx')
  const { data, error } = useOperation('classes.migration', { schemeId: scheme.id, ...span }, { keepPrevious: true })
  const options = optionsOf(scheme, base)
  const nameOf = (id: number | 'fresh' | null) =>
    id === 'fresh'
      ? t('schemes.migration.fresh')
      : id === null
        ? t('schemes.unclassified')
        : (options.find((option) => option.id === id)?.name ?? t('schemes.migration.gone'))
  const change = (changed: Partial<typeof span>) => {
    const { from, to } = { ...span, ...changed }
    setSpan(from <= to ? { from, to } : { from: to, to: from })
    setChosen(null)
  }
  const fields = (
    <>
      <DayField label={t('schemes.migration.from')} value={span.from} most={today} onChange={(from) => change({ from })} />
      <DayField label={t('schemes.migration.to')} value={span.to} most={today} onChange={(to) => change({ to })} />
    </>
  )
  if (error !== null) return <ErrorNote error={error.error} />
  if (data === undefined) return <Skeleton lines={6} />
  const order = bestFirst(
    scheme.rule,
    options.map(({ id }) => id),
  )
  const table = migrationTable(data, options, order)
  const isEmpty = table.from.length === 0
  const sentence = t('schemes.migration.sentence', { ...table.summary, ...span })
  const title = `${scheme.name} ${t('schemes.part.migration')}`
  const saveWorkbook = async () => {
    const file = await pick.run({ suggestedName: `${title} ${span.from} ${span.to}.xlsx`, format: 'xlsx' })
    if (file === null) return
    const done = await write.run({ schemeId: scheme.id, ...span, path: file.path, lang })
    if (done !== null) notify({ tone: 'done', text: (t) => t('schemes.migration.saved', { name: file.name }) })
  }
  const savePicture = () => {
    const titles = { from: t('schemes.migration.from'), to: t('schemes.migration.to') }
    const url = chartImage(migrationChart(table, nameOf, titles), { ...style, selected: null }, { rows: '', value: '' }, title, sentence)
    void savePng(title, url.slice(url.indexOf(',') + 1))
  }
  const failure = pick.error ?? write.error
  return (
    <section className="class-history" aria-label={t('schemes.part.migration')}>
      <header className="class-history__head">
        {fields}
        <Button size="small" icon={<FileExcelOutlined />} disabled={isEmpty} loading={write.pending} onClick={() => void saveWorkbook()}>
          {t('schemes.migration.export')}
        </Button>
        <Button size="small" icon={<PictureOutlined />} disabled={isEmpty} onClick={savePicture}>
          {t('schemes.migration.picture')}
        </Button>
      </header>
      {failure === null ? null : <ErrorNote error={failure} />}
      {data.rows === 0 ? <p>{t('schemes.migration.noRows')}</p> : <p>{sentence}</p>}
      {span.from < data.madeOn ? <p className="rule__note">{t('schemes.migration.before', { day: data.madeOn })}</p> : null}
      {isEmpty ? null : <MigrationMatrix table={table} options={options} order={order} nameOf={nameOf} chosen={chosen} onChoose={setChosen} />}
      <p className="rule__note">{t('schemes.migration.note')}</p>
      {chosen === null ? null : (
        <MigrationRows
          scheme={scheme}
          {...span}
          cell={chosen}
          title={t('schemes.migration.rowsTitle', { from: nameOf(chosen.from), to: nameOf(chosen.to), count: chosen.count })}
        />
      )}
    </section>
  )
}
