import { useState } from 'react'
import type { Column } from '#shared/model/column.ts'
import { useSchema } from '../../client/useBase.ts'
import { fitting, picksIn, picksNow, tablesFor, type Picks, type Wanted } from './columnPicks.ts'

export type ColumnPicks = {
  /** Null where no table has what is wanted. */
  picks: Picks | null
  tables: { value: number; label: string }[]
  setTable: (tableId: number) => void
  /** The columns to choose from at a place, and the choice. */
  at: (place: number) => { columns: Column[]; value: number | null; onChange: (columnId: number) => void }
}

/** The columns of one table that an analysis compares, kept while they are there. */
export function useColumnPicks(wanted: readonly Wanted[]): ColumnPicks {
  const schema = useSchema()
  const [chosen, setChosen] = useState<Picks | null>(null)
  const picks = picksNow(schema, wanted, chosen)
  return {
    picks,
    tables: tablesFor(schema, wanted).map((id) => ({ value: id, label: schema.table(id)?.name ?? '' })),
    setTable: (tableId) => setChosen(picksIn(schema, tableId, wanted)),
    at: (place) => {
      const want = wanted[place]
      return {
        columns: picks === null || want === undefined ? [] : fitting(schema, picks.tableId, want),
        value: picks?.columnIds[place] ?? null,
        onChange: (columnId) => {
          if (picks !== null) setChosen({ ...picks, columnIds: picks.columnIds.map((id, at) => (at === place ? columnId : id)) })
        },
      }
    },
  }
}
