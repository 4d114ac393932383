import type { Column } from '#shared/model/column.ts'
import { useSchema } from '../../client/useBase.ts'
import { fitting, keptPicks, picksIn, picksNow, tablesFor, type KeptPicks, type Picks, type Wanted } from './columnPicks.ts'
import { keptState } from './keptState.ts'

export type ColumnPicks = {
  /** Null where no table has what is wanted. */
  picks: Picks | null
  tables: { value: number; label: string }[]
  setTable: (tableId: number) => void
  /** The columns to choose from at a place, and the choice. */
  at: (place: number) => { columns: Column[]; value: number | null; onChange: (columnId: number) => void }
}

/** A hook for the columns of one table that an analysis compares: kept while they are there, for each table its own. */
export function columnPicksOf(wanted: readonly Wanted[]): () => ColumnPicks {
  const useChosen = keptState<KeptPicks>({ tableId: null, byTable: {} })
  return () => {
    const schema = useSchema()
    const [kept, setKept] = useChosen()
    const picks = picksNow(schema, wanted, keptPicks(kept))
    const choose = (chosen: Picks) => setKept({ tableId: chosen.tableId, byTable: { ...kept.byTable, [chosen.tableId]: chosen.columnIds } })
    return {
      picks,
      tables: tablesFor(schema, wanted).map((id) => ({ value: id, label: schema.table(id)?.name ?? '' })),
      setTable: (tableId) => {
        const next = keptPicks({ ...kept, tableId }) ?? picksIn(schema, tableId, wanted)
        if (next !== null) choose(next)
      },
      at: (place) => {
        const want = wanted[place]
        return {
          columns: picks === null || want === undefined ? [] : fitting(schema, picks.tableId, want),
          value: picks?.columnIds[place] ?? null,
          onChange: (columnId) => {
            if (picks !== null) choose({ ...picks, columnIds: picks.columnIds.map((id, at) => (at === place ? columnId : id)) })
          },
        }
      },
    }
  }
}
