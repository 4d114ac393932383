import type { ReportTable } from '#shared/contract/report.ts'
import type { Lang } from '#shared/i18n/lang.ts'
import { cellText, isNumeric } from './cellText.ts'

/** A table that repeats its header on each page. */
export function ReportTableView({ table, lang, title }: { table: ReportTable; lang: Lang; title: string }) {
  return (
    <table className="report__table" aria-label={title}>
      <thead>
        <tr>
          {table.columns.map((column, index) => (
            <th key={index} scope="col" className={isNumeric(column.format) ? 'report__number' : undefined}>{column.name}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map((row, line) => (
          <tr key={line}>
            {table.columns.map((column, index) => (
              <td key={index} className={isNumeric(column.format) ? 'report__number' : column.format === 'date' ? 'report__date' : undefined}>
                {cellText(row[index] ?? null, column.format, lang)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
