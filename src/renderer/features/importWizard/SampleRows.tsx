import type { Output } from '../../client/operations.ts'
import { useT } from '../../ui/lang.ts'

/** The first rows of a sheet as they would arrive. */
export function SampleRows({ sample }: { sample: Output<'import.preview'>['samples'][number] | undefined }) {
  const t = useT()
  if (sample === undefined || sample.rows.length === 0) return <p className="import-wizard__lead">{t('importWizard.preview.noSamples')}</p>
  return (
    <div className="sheet-grid sheet-grid--values">
      <table>
        <thead>
          <tr>
            {sample.headers.map((header, index) => (
              <th key={index} scope="col" title={header}>
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sample.rows.map((row, index) => (
            <tr key={index}>
              {sample.headers.map((_, position) => (
                <td key={position} title={row[position]}>
                  {row[position]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
