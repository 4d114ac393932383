import { Segmented } from 'antd'
import { useState, type ReactNode } from 'react'
import type { ColumnReference, ConversionPreview } from '#shared/contract/conversion.ts'
import { mostOptions } from '#shared/model/convert/optionMaker.ts'
import { classes } from '../../ui/classes.ts'
import '../../ui/framedTable.css'
import { useT } from '../../ui/lang.ts'

type ConvertPreviewProps = { preview: ConversionPreview; tableName: string; /** What is to be decided about lost cells. */ children: ReactNode }

const outcomes = ['same', 'changed', 'lost', 'empty'] as const
type Tab = 'lost' | 'changed' | 'references'

/** What a conversion would do: cells by what becomes of them, those that suffer one by one, and what else is affected. */
export function ConvertPreview({ preview, tableName, children }: ConvertPreviewProps) {
  const t = useT()
  const counts = { lost: preview.lost, changed: preview.changed, references: preview.references.length }
  const tabs = (['lost', 'changed', 'references'] as const).filter((tab) => counts[tab] > 0)
  const [chosen, setChosen] = useState<Tab | null>(null)
  const tab = chosen !== null && tabs.includes(chosen) ? chosen : (tabs[0] ?? null)
  const names = (list: readonly string[], count: number) => {
    const text = list.slice(0, 8).join(t('common.listSeparator'))
    return count > 8 ? t('convert.more', { names: text }) : text
  }
  return (
    <div className="convert-preview">
      <p className="convert-preview__counts" role="status">
        {t('convert.rows', { count: preview.rows })}
        {outcomes.map((outcome) =>
          preview[outcome] === 0 ? null : (
            <span key={outcome} className={classes('convert-preview__count', `convert-preview__count--${outcome}`)}>
              {t(`convert.count.${outcome}`, { count: preview[outcome] })}
            </span>
          ),
        )}
      </p>
      {preview.newOptions.length === 0 ? null : (
        <p className="convert-dialog__lead">
          {t('convert.newOptions', { count: preview.newOptions.length, names: names(preview.newOptions, preview.newOptions.length) })}
          {preview.newOptions.length < mostOptions ? null : ` ${t('convert.newOptionsMost', { count: mostOptions })}`}
        </p>
      )}
      {preview.newRows.count === 0 ? null : (
        <p className="convert-dialog__lead">
          {t('convert.newRows', { table: tableName, count: preview.newRows.count, names: names(preview.newRows.first, preview.newRows.count) })}
        </p>
      )}
      {children}
      {tab === null ? null : (
        <>
          <Segmented
            size="small"
            value={tab}
            options={tabs.map((value) => ({ value, label: `${t(`convert.tab.${value}`)} ${counts[value]}` }))}
            onChange={setChosen}
          />
          <div className="framed-table convert-preview__list">
            {tab === 'references' ? <References references={preview.references} /> : <Cells preview={preview} tab={tab} />}
          </div>
          {tab !== 'references' && counts[tab] > shownOf(preview, tab).length ? (
            <p className="convert-dialog__lead">{t('convert.first', { count: shownOf(preview, tab).length })}</p>
          ) : null}
        </>
      )}
    </div>
  )
}

const shownOf = (preview: ConversionPreview, tab: 'lost' | 'changed') => (tab === 'lost' ? preview.firstLost : preview.firstChanged)

function Cells({ preview, tab }: { preview: ConversionPreview; tab: 'lost' | 'changed' }) {
  const t = useT()
  const rows =
    tab === 'lost'
      ? preview.firstLost.map(({ reason, ...cell }) => ({ ...cell, result: t(`convert.reason.${reason}`) }))
      : preview.firstChanged.map(({ after, ...cell }) => ({ ...cell, result: after }))
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{t('convert.row')}</th>
          <th scope="col">{t('convert.before')}</th>
          <th scope="col">{t(tab === 'lost' ? 'convert.reason' : 'convert.after')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ rowId, title, before, result }) => (
          <tr key={rowId}>
            <td title={title}>{title === '' ? t('convert.noTitle') : title}</td>
            <td className="selectable" title={before}>
              {before}
            </td>
            <td title={result}>{result}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function References({ references }: { references: readonly ColumnReference[] }) {
  const t = useT()
  return (
    <ul>
      {references.map(({ kind, name, effect }, index) => (
        <li key={index}>
          <span className="convert-preview__kind">{t(`convert.kind.${kind}`)}</span>
          <span title={name}>{kind === 'role' ? t('convert.roleName') : name}</span>
          {kind === 'role' ? null : <span className="convert-preview__effect">{t(`convert.effect.${effect}`)}</span>}
        </li>
      ))}
    </ul>
  )
}
