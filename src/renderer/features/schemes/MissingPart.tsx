import { ExportOutlined, TableOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { Unclassified } from '#shared/contract/classes.ts'
import type { Filter } from '#shared/model/filter.ts'
import type { Scheme } from '#shared/model/scheme.ts'
import { unclassifiedRows, unclassifiedWithAll, unclassifiedWithout } from '#shared/model/unclassified.ts'
import { useBase } from '../../client/useBase.ts'
import { useOperation } from '../../client/useOperation.ts'
import { useShell } from '../../shell/state.ts'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { useLang, useT } from '../../ui/lang.ts'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { columnNames } from '../../words/metricText.ts'
import { useWords } from '../../words/useWords.ts'
import { openRows } from './openRows.ts'

/** Rows that could not be classed: counted by what is not filled in, and by name. */
export function MissingPart({ scheme }: { scheme: Scheme }) {
  const base = useBase()
  const t = useT()
  const { data, error } = useOperation('classes.unclassified', { schemeId: scheme.id }, { keepPrevious: true })
  if (error !== null) return <ErrorNote error={error.error} />
  if (data === undefined) return <Skeleton lines={5} />
  if (data.rows === 0)
    return <p className="rule__note">{t(data.inScope === 0 ? 'schemes.missing.noRows' : 'schemes.missing.none', { count: data.inScope })}</p>
  const open = (what: string, filter: Filter) => openRows(base, scheme.tableId, `${scheme.name}: ${what}`, filter)
  const openAll = () => open(t('schemes.unclassified'), unclassifiedRows(scheme))
  const exportAll = () => {
    openAll()
    useShell.getState().openDialog({ kind: 'export', tableId: scheme.tableId })
  }
  return (
    <section className="missing" aria-label={t('schemes.part.missing')}>
      <header className="missing__head">
        <p>{t('schemes.missing.lead', { rows: data.rows, inScope: data.inScope })}</p>
        <Button size="small" icon={<TableOutlined />} onClick={openAll}>
          {t('schemes.missing.open')}
        </Button>
        <Button size="small" icon={<ExportOutlined />} onClick={exportAll}>
          {t('schemes.missing.export')}
        </Button>
      </header>
      <MissingCounts scheme={scheme} data={data} onOpen={open} />
      <MissingRows scheme={scheme} data={data} />
    </section>
  )
}

type PartProps = { scheme: Scheme; data: Unclassified }

/** How many rows lack which input; a click shows them. */
function MissingCounts({ scheme, data, onOpen }: PartProps & { onOpen: (what: string, filter: Filter) => void }) {
  const t = useT()
  const lang = useLang()
  const words = useWords()
  const lines = [
    ...data.inputs.map(({ columnId, count }) => ({
      key: columnId,
      count,
      text: t('schemes.missing.input', { column: words.column(columnId) }),
      filter: unclassifiedWithout(scheme, columnId),
    })),
    ...(data.complete === 0 ? [] : [{ key: 0, count: data.complete, text: t('schemes.missing.complete'), filter: unclassifiedWithAll(scheme) }]),
  ]
  return (
    <ul className="missing__counts">
      {lines.map(({ key, count, text, filter }) => (
        <li key={key}>
          <button type="button" title={t('schemes.showRows', { count })} onClick={() => onOpen(text, filter)}>
            <span className="missing__count">{t('schemes.missing.rows', { count: count.toLocaleString(lang) })}</span>
            <span className="missing__text">{text}</span>
            <span className="missing__track">
              <span style={{ width: `${(count / data.rows) * 100}%` }} />
            </span>
          </button>
        </li>
      ))}
    </ul>
  )
}

/** The rows by name, each with what it lacks; a click opens its page. */
function MissingRows({ scheme, data }: PartProps) {
  const t = useT()
  const words = useWords()
  const openRow = useShell((state) => state.openRow)
  const rest = data.rows - data.list.length
  return (
    <>
      <ul className="missing__list">
        {data.list.map((row) => (
          <li key={row.rowId}>
            <button type="button" title={row.title} onClick={() => openRow({ tableId: scheme.tableId, rowId: row.rowId })}>
              {row.title === '' ? t('rowPage.untitled') : row.title}
            </button>
            <span>
              {row.columnIds.length === 0
                ? t('schemes.missing.complete')
                : t('schemes.missing.lacks', { columns: columnNames(row.columnIds, words, t) })}
            </span>
          </li>
        ))}
      </ul>
      {rest > 0 ? <p className="rule__note">{t('schemes.missing.more', { count: rest })}</p> : null}
    </>
  )
}
