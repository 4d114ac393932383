import { isDeepStrictEqual } from 'node:util'
import type { Change } from '#shared/change/change.ts'
import { periodOf } from '#shared/model/classRun.ts'
import type { Scheme } from '#shared/model/scheme.ts'
import type { KeepMode } from './classify/keepClasses.ts'
import type { ClassColumn } from './classify/ports.ts'
import type { WriteContext } from './history/writeContext.ts'
import { lastRunOf, noteRun } from './store/keptClasses.ts'
import type { RefreshOptions } from './refresh.ts'

/**
 * How schemes that keep classes look at rows in this write. A scheme that is new, changed or back at work takes what its
 * rule says; one that is run again, or whose period turned, has its run. What is taken back brings its kept classes along,
 * so that it needs no run. Columns that are not named go on as always.
 */
export function keepModes(
  context: WriteContext,
  columns: Iterable<ClassColumn>,
  worked: (columnId: number) => boolean,
  change: Change,
  { scope, cause }: Pick<RefreshOptions, 'scope' | 'cause'>,
): Map<number, KeepMode> {
  const modes = new Map<number, KeepMode>()
  if (cause === 'undo') return modes
  for (const column of columns) {
    if (!column.keeps) continue
    if (scope === 'day') goOnFromToday(context, column)
    const changed = change.schema.find((item) => item.kind === 'scheme' && item.id === column.schemeId)
    const mode = changed?.kind === 'scheme' ? modeOfChange(changed.from, changed.to) : null
    if (mode !== null) modes.set(column.columnId, mode)
    else if (!worked(column.columnId)) modes.set(column.columnId, 'adopt')
    else if (scope === 'day' && isPeriodOver(context, column)) modes.set(column.columnId, 'run')
  }
  return modes
}

/** A clock that is put back makes no run: runs go on from there. */
function goOnFromToday({ db, today }: WriteContext, { schemeId, run }: ClassColumn): void {
  const last = run === 'realTime' ? null : lastRunOf(db, schemeId)
  if (last !== null && last > today) noteRun(db, schemeId, today)
}

/** Whether the period of the last run is over; what runs in real time has none. */
function isPeriodOver({ db, today }: WriteContext, { schemeId, run }: ClassColumn): boolean {
  if (run === 'realTime') return false
  const last = lastRunOf(db, schemeId)
  return last === null || periodOf(run, last) !== periodOf(run, today)
}

/** Null for a change that leaves the classes alone, such as another name or playbook. */
function modeOfChange(from: Scheme | null, to: Scheme | null): KeepMode | null {
  if (from === null || to === null) return 'adopt'
  if (isDeepStrictEqual(from, to)) return 'run'
  const ofClasses = (scheme: Scheme) => ({ ...scheme, name: '', playbook: [] })
  return isDeepStrictEqual(ofClasses(from), ofClasses(to)) ? null : 'adopt'
}
