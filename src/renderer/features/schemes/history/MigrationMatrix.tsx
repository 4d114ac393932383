import type { Option } from '#shared/model/option.ts'
import { directionOf, type MigrationTable } from '#shared/model/migrationTable.ts'
import { classes } from '../../../ui/classes.ts'
import { useLang, useT } from '../../../ui/lang.ts'
import { percent } from '../../../words/metricText.ts'
import { ClassChip } from '../ClassChip.tsx'

export type MatrixCell = { from: number | 'fresh' | null; to: number | null; count: number }

type MigrationMatrixProps = {
  table: MigrationTable
  options: readonly Option[]
  /** The classes from the best on. */
  order: readonly number[]
  nameOf: (id: number | 'fresh' | null) => string
  chosen: MatrixCell | null
  onChoose: (cell: MatrixCell) => void
}

/** Classes before down, classes after across; a click on a number shows its rows. */
export function MigrationMatrix({ table, options, order, nameOf, chosen, onChoose }: MigrationMatrixProps) {
  const t = useT()
  const lang = useLang()
  const chip = (id: number | 'fresh' | null) => {
    const option = options.find((each) => each.id === id)
    return option === undefined ? <span className="class-chip--none">{nameOf(id)}</span> : <ClassChip option={option} />
  }
  return (
    <table className="migration">
      <thead>
        <tr>
          <th scope="col">{t('schemes.migration.corner')}</th>
          {table.to.map((id) => (
            <th key={id ?? 0} scope="col">
              {chip(id)}
            </th>
          ))}
          <th scope="col">{t('schemes.migration.total')}</th>
        </tr>
      </thead>
      <tbody>
        {table.from.map((from, line) => (
          <tr key={from ?? 0}>
            <th scope="row">{chip(from)}</th>
            {table.to.map((to, place) => {
              const count = table.counts[line]?.[place] ?? 0
              const all = table.fromTotals[line] ?? 0
              const isChosen = chosen !== null && chosen.from === from && chosen.to === to
              return (
                <td key={to ?? 0} className={classes(count > 0 && `migration--${directionOf(from, to, order)}`, isChosen && 'migration--chosen')}>
                  {count === 0 ? null : (
                    <button
                      type="button"
                      title={t('schemes.migration.cell', { from: nameOf(from), to: nameOf(to), count })}
                      aria-pressed={isChosen}
                      onClick={() => onChoose({ from, to, count })}
                    >
                      {count.toLocaleString(lang)} <small>{percent(count / all)}</small>
                    </button>
                  )}
                </td>
              )
            })}
            <td>{(table.fromTotals[line] ?? 0).toLocaleString(lang)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t('schemes.migration.total')}</th>
          {table.to.map((id, place) => (
            <td key={id ?? 0}>{(table.toTotals[place] ?? 0).toLocaleString(lang)}</td>
          ))}
          <td>{table.toTotals.reduce((sum, count) => sum + count, 0).toLocaleString(lang)}</td>
        </tr>
      </tfoot>
    </table>
  )
}
