import type { ReportTable } from '#shared/contract/report.ts'
import type { Lang } from '#shared/i18n/lang.ts'
import { columnTexts, isNumeric } from '../../words/cellText.ts'

/** A table that repeats its header on each page. */
export function ReportTableView({ table, lang, title }: { table: ReportTable; lang: Lang; title: string }) {
  const texts = table.columns.map((column, index) =>
    columnTexts(
      table.rows.map((row) => row[index] ?? null),
      column,
      lang,
    ),
  )
  return (
    <table className="report__table" aria-label={title}>
      <thead>
        <tr>
          {table.columns.map((column, index) => (
            <th key={index} scope="col" className={isNumeric(column.format) ? 'report__number' : undefined}>
              {column.name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map((_, line) => (
          <tr key={line}>
            {table.columns.map((column, index) => (
              <td key={index} className={isNumeric(column.format) ? 'report__number' : column.format === 'date' ? 'report__date' : undefined}>
                {texts[index]?.[line]}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
