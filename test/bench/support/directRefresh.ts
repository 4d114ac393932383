import { classify } from '#main/engine/classify/classify.ts'
import { rankFunctions } from '#main/engine/classify/rules/rankTables.ts'
import { computedNodes, levelsOf, type Node } from '#main/engine/compute/graph.ts'
import { refreshComputed } from '#main/engine/compute/refresh.ts'
import { formulaFunctions } from '#main/engine/compute/formula/functions/all.ts'
import { transact } from '#main/engine/history/transact.ts'
import type { WriteContext } from '#main/engine/history/writeContext.ts'
import { systemClock } from '#main/engine/store/clock.ts'
import { openStore } from '#main/engine/store/openStore.ts'
import { loadSchema, type Schema } from '#main/engine/store/schema.ts'
import { newVersions } from '#main/engine/store/versions.ts'
import { partsOfRule, type Scheme } from '#shared/model/scheme.ts'

/** An open base of which single parts are made anew, as `base.recompute` makes them: in one committed write. */
export type DirectRefresh = {
  schema: Schema
  /** Rollups and formulas of one table, level by level; those whose id is asked for. */
  computed(tableId: number, columnIds: ReadonlySet<number>): Promise<void>
  /** The classes of all rows by these schemes. */
  classes(schemes: readonly Scheme[]): Promise<void>
  close(): void
}

export function openDirectly(path: string): DirectRefresh {
  const store = openStore(path, 'write', [...formulaFunctions, ...rankFunctions])
  const { connection } = store
  const schema = loadSchema(connection.db)
  const write = async (work: (context: WriteContext) => unknown): Promise<void> => {
    const context = {
      db: connection.db,
      schema,
      path,
      readOnly: false,
      today: systemClock.today(),
      now: systemClock.now(),
      actorId: null,
      versions: newVersions(),
      copyTo: connection.copyTo,
      cancelled: () => false,
      progress: () => undefined,
    }
    await transact(connection, context, context.now, { operation: 'base.recompute', kind: 'do', target: null, source: 'rule' }, () => null, work)
  }
  const levelsFor = (tableId: number, columnIds: ReadonlySet<number>): Node[][] =>
    (levelsOf(computedNodes(schema).filter((node) => node.tableId === tableId)) ?? [])
      .map((level) => level.filter(({ columnId }) => columnIds.has(columnId)))
      .filter((level) => level.length > 0)
  return {
    schema,
    computed: (tableId, columnIds) =>
      write((context) => {
        for (const level of levelsFor(tableId, columnIds)) refreshComputed(context, level, null)
      }),
    classes: (schemes) => {
      const asked = new Set(schemes.map(({ id }) => id))
      const columns = new Map(classify.classColumns(schema).flatMap((column) => (asked.has(column.schemeId) ? [[column.columnId, column]] : [])))
      const levels = levelsOf([...columns.values()].map((column) => ({ ...column, own: column.dependsOn, emptyWithoutLinks: false }))) ?? []
      const modes = new Map([...columns.keys()].map((columnId) => [columnId, 'run' as const]))
      return write((context) => {
        for (const level of levels) {
          const together = level.flatMap(({ columnId }) => columns.get(columnId) ?? [])
          classify.refreshClasses(context, together, null, { cause: 'scheme', rankNow: [], added: [], modes, locked: [], beginning: new Map() })
        }
      })
    },
    close: () => store.close(),
  }
}

/** Schemes whose rule compares a row with all others. */
export const ranks = ({ rule }: Scheme): boolean => partsOfRule(rule).ranks
/** Schemes whose rule fits a model. */
export const fits = ({ rule }: Scheme): boolean => partsOfRule(rule).fits
