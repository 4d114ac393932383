import { useMemo, useState, type ReactNode } from 'react'
import type { Rejection } from '#shared/contract/exchange.ts'
import { classes } from '../../ui/classes.ts'
import { useLang, useT } from '../../ui/lang.ts'
import { rejectionTotals, totalKey } from './rejectionTotals.ts'

/** Rows that are not taken: how many for which reason, then each with its place in the sheet. */
export function RejectionList({ rejections, count }: { rejections: Rejection[]; count: number }) {
  const t = useT()
  const lang = useLang()
  const totals = useMemo(() => rejectionTotals(rejections), [rejections])
  const [chosen, setChosen] = useState<string | null>(null)
  const listed = chosen === null ? rejections : rejections.filter((rejection) => totalKey(rejection) === chosen)
  return (
    <div className="rejections">
      {totals.length < 2 ? null : (
        <div className="rejections__reasons" role="group" aria-label={t('importWizard.rejection.reasons')}>
          <Reason chosen={chosen === null} onChoose={() => setChosen(null)}>
            {t('importWizard.rejection.all', { count: rejections.length })}
          </Reason>
          {totals.map(({ key, sheet, column, reason, count: cells }) => (
            <Reason key={key} chosen={chosen === key} onChoose={() => setChosen(chosen === key ? null : key)}>
              {[sheet, ...(column === null ? [] : [column]), t(`importWizard.reason.${reason}`)].join(' · ')} <b>{cells.toLocaleString(lang)}</b>
            </Reason>
          ))}
        </div>
      )}
      <table>
        <thead>
          <tr>
            <th scope="col">{t('importWizard.rejection.sheet')}</th>
            <th scope="col" className="rejections__row">
              {t('importWizard.rejection.row')}
            </th>
            <th scope="col">{t('importWizard.rejection.column')}</th>
            <th scope="col">{t('importWizard.rejection.value')}</th>
            <th scope="col">{t('importWizard.rejection.reason')}</th>
          </tr>
        </thead>
        <tbody>
          {listed.map((rejection, index) => (
            <tr key={index}>
              <td>{rejection.sheet}</td>
              <td className="rejections__row">{rejection.row.toLocaleString(lang)}</td>
              <td>{rejection.column ?? <i>{t('importWizard.rejection.wholeRow')}</i>}</td>
              <td className="rejections__value selectable" title={rejection.value}>
                {rejection.value === '' ? <i>{t('importWizard.rejection.emptyValue')}</i> : rejection.value}
              </td>
              <td>{t(`importWizard.reason.${rejection.reason}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {count > rejections.length ? <p className="import-wizard__lead">{t('importWizard.preview.shownOf', { shown: rejections.length })}</p> : null}
    </div>
  )
}

function Reason({ chosen, onChoose, children }: { chosen: boolean; onChoose: () => void; children: ReactNode }) {
  return (
    <button type="button" aria-pressed={chosen} className={classes('rejections__reason', chosen && 'rejections__reason--chosen')} onClick={onChoose}>
      {children}
    </button>
  )
}
