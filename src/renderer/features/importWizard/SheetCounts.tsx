import type { SheetResult } from '#shared/contract/exchange.ts'
import { useLang, useT } from '../../ui/lang.ts'
import type { BaseShape, ImportDraft } from '#shared/importing/draft.ts'
import { destinationName, sheetNamed } from '#shared/importing/draft.ts'

const counted = ['read', 'added', 'updated', 'unchanged', 'rejected', 'blank'] as const

/** How many rows of each sheet are read, added, updated, left alone and refused. */
export function SheetCounts({ sheets, draft, base }: { sheets: SheetResult[]; draft: ImportDraft; base: BaseShape }) {
  const t = useT()
  const lang = useLang()
  return (
    <table className="sheet-counts">
      <thead>
        <tr>
          <th scope="col">{t('importWizard.preview.sheet')}</th>
          <th scope="col">{t('importWizard.preview.table')}</th>
          {counted.map((each) => (
            <th key={each} scope="col" className="sheet-counts__number">
              {t(`importWizard.preview.${each}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {sheets.map((sheet) => (
          <tr key={sheet.sheet}>
            <td>{sheet.sheet}</td>
            <td>{tableName(sheet.sheet)}</td>
            {counted.map((each) => (
              <td key={each} className={`sheet-counts__number sheet-counts__number--${each}`} data-zero={sheet[each] === 0}>
                {sheet[each].toLocaleString(lang)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )

  function tableName(name: string): string {
    const destination = sheetNamed(draft, name)?.destination
    if (destination === undefined) return ''
    return 'newTable' in destination ? t('importWizard.preview.newTable', { name: destination.newTable }) : destinationName(destination, base)
  }
}
