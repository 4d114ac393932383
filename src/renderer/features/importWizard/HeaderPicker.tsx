import { Select } from 'antd'
import { classes } from '../../ui/classes.ts'
import { useT } from '../../ui/lang.ts'
import { Skeleton } from '../../ui/Skeleton.tsx'
import type { Encoding, ImportDraft, SheetDraft } from '#shared/importing/draft.ts'
import { columnLetters } from '#shared/importing/guessTargets.ts'
import type { ImportFile } from './useImportFile.ts'

const encodings: readonly Encoding[] = ['utf-8', 'gb18030', 'utf-16le', 'utf-16be']

/** The first rows of a sheet as they stand; a click on one makes it the header. A csv's encoding is set here too. */
export function HeaderPicker({ sheet, draft, file }: { sheet: SheetDraft; draft: ImportDraft; file: ImportFile }) {
  const t = useT()
  return (
    <section className="header-picker" aria-label={sheet.sheet}>
      {draft.encoding === null ? null : (
        <label className="header-picker__encoding">
          <span>{t('importWizard.encoding.label')}</span>
          <Select
            value={draft.encoding}
            disabled={file.reading}
            options={encodings.map((encoding) => ({ value: encoding, label: t(`importWizard.encoding.${encoding}`) }))}
            onChange={(encoding) => void file.changeEncoding(encoding)}
            popupMatchSelectWidth={false}
          />
          <small>{t('importWizard.encoding.hint')}</small>
        </label>
      )}
      {file.reading ? (
        <Skeleton lines={6} />
      ) : sheet.topRows.length > 0 ? (
        <TopRows sheet={sheet} onPick={(row) => void file.changeHeader(sheet.sheet, row)} />
      ) : (
        <Samples sheet={sheet} />
      )}
    </section>
  )
}

function TopRows({ sheet, onPick }: { sheet: SheetDraft; onPick: (row: number) => void }) {
  const t = useT()
  const width = Math.max(...sheet.topRows.map((row) => row.length), 1)
  const letters = Array.from({ length: width }, (_, index) => columnLetters(index))
  return (
    <>
      <p className="import-wizard__lead">
        {t('importWizard.sheets.headerLead')}
        {sheet.headerRow === null ? null : <b> {t('importWizard.sheets.headerRow', { row: sheet.headerRow + 1 })}</b>}
      </p>
      <div className="sheet-grid">
        <table>
          <thead>
            <tr>
              <th />
              {letters.map((letter) => (
                <th key={letter}>{letter}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sheet.topRows.map((row, index) => (
              <tr
                key={index}
                className={classes('sheet-grid__row', index === sheet.headerRow && 'sheet-grid__row--header')}
                onClick={() => onPick(index)}
              >
                <th>
                  <button type="button" aria-pressed={index === sheet.headerRow} aria-label={t('importWizard.sheets.rowNumber', { row: index + 1 })}>
                    {index === sheet.headerRow ? t('importWizard.sheets.headerHere') : index + 1}
                  </button>
                </th>
                {letters.map((letter, position) => (
                  <td key={letter} title={row[position]}>
                    {row[position]}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}

/** What can be shown of a sheet whose raw rows are not known: its columns with their first values. */
function Samples({ sheet }: { sheet: SheetDraft }) {
  const t = useT()
  if (sheet.columns.length === 0) return <p className="import-wizard__lead">{t('importWizard.sheets.emptySheet')}</p>
  const height = Math.max(...sheet.columns.map((column) => column.samples.length))
  return (
    <>
      <p className="import-wizard__lead">{t('importWizard.sheets.noTopRows')}</p>
      <div className="sheet-grid">
        <table>
          <tbody>
            <tr className="sheet-grid__row--header">
              {sheet.columns.map((column) => (
                <td key={column.index}>{column.header}</td>
              ))}
            </tr>
            {Array.from({ length: height }, (_, row) => (
              <tr key={row}>
                {sheet.columns.map((column) => (
                  <td key={column.index} title={column.samples[row]}>
                    {column.samples[row]}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}
