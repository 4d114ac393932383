import type { HeatMapChart } from '#shared/contract/analysisChart.ts'
import type { MigrationTable } from '#shared/model/migrationTable.ts'

/** The matrix as a picture has it; nobody there is no place. */
export function migrationChart(
  table: MigrationTable,
  nameOf: (id: MigrationTable['from'][number]) => string,
  titles: { from: string; to: string },
): HeatMapChart {
  return {
    kind: 'heatMap',
    rows: table.from.map(nameOf),
    columns: table.to.map(nameOf),
    rowsTitle: titles.from,
    columnsTitle: titles.to,
    unit: 'count',
    values: table.counts.map((line) => line.map((count) => (count === 0 ? null : count))),
    said: table.counts.map((line) => line.map(() => '')),
  }
}
