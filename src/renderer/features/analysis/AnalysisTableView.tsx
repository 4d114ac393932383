import type { AnalysisTable } from '#shared/contract/analysis.ts'
import { useShell } from '../../shell/state.ts'
import { classes } from '../../ui/classes.ts'
import { useLang, useT } from '../../ui/lang.ts'
import { columnTexts, isNumeric } from '../../words/cellText.ts'

/** A table of an analysis; the first text of a line that stands for a row opens that row's page. */
export function AnalysisTableView({ table, title }: { table: AnalysisTable; title: string }) {
  const t = useT()
  const lang = useLang()
  const openRow = useShell((state) => state.openRow)
  const { opens } = table
  const named = table.columns.findIndex(({ format }) => format === 'text')
  const texts = table.columns.map((column, place) =>
    columnTexts(
      table.rows.map((row) => row[place] ?? null),
      column,
      lang,
    ),
  )
  return (
    <div className="analysis-table" tabIndex={0} role="region" aria-label={title}>
      <table aria-label={title}>
        <thead>
          <tr>
            {table.columns.map((column, place) => (
              <th key={place} scope="col" className={classes(isNumeric(column.format) && 'analysis-table__number')}>
                {column.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((_, line) => (
            <tr key={line}>
              {table.columns.map((column, place) => {
                const text = texts[place]?.[line] ?? ''
                const rowId = place === named ? (opens?.rowIds[line] ?? null) : null
                return (
                  <td key={place} className={classes(isNumeric(column.format) && 'analysis-table__number')} title={text}>
                    {rowId === null || opens === null ? (
                      text
                    ) : (
                      <button
                        type="button"
                        className="analysis-table__open"
                        aria-label={t('analysis.openRow', { name: text })}
                        onClick={() => openRow({ tableId: opens.tableId, rowId })}
                      >
                        {text}
                      </button>
                    )}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
