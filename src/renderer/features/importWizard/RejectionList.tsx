import type { Rejection } from '#shared/contract/exchange.ts'
import { useLang, useT } from '../../ui/lang.ts'

/** Rows that are not taken, each with its place in the sheet and the reason in words. */
export function RejectionList({ rejections, count }: { rejections: Rejection[]; count: number }) {
  const t = useT()
  const lang = useLang()
  return (
    <div className="rejections">
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
          {rejections.map((rejection, index) => (
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
