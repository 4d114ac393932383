import { addDays } from '#shared/lib/days.ts'
import type { ClassRun } from '#shared/model/classRun.ts'
import { emptyRowQuery } from '#shared/model/view.ts'
import { temporaryBase } from './temporaryBase.ts'
import { valueOf } from './valueOf.ts'

/** Best first: A from 200, B from 100, C below; nothing of an empty amount. */
export const [A, B, C] = [1, 2, 3]
export const ruled = (amount: number | null): number | null => (amount === null ? null : amount >= 200 ? A : amount >= 100 ? B : C)

/** One table of amounts with grades by bands, whose day can be turned. */
export async function gradeBook({ start, run, downgradeAfter }: { start: string; run?: ClassRun; downgradeAfter?: number }) {
  const state = { today: start }
  const clock = { today: () => state.today, now: () => `${state.today}T10:00:00` }
  const { engine, path } = temporaryBase({ clock })
  const { id: tableId } = valueOf(await engine.run('tables.create', { name: '客户' }))
  const amount = valueOf(await engine.run('columns.create', { tableId, name: '金额', type: 'number', settings: {} })).id
  const options = ['A', 'B', 'C'].map((name, index) => ({ id: index + 1, name, color: 'blue' }))
  const target = valueOf(await engine.run('columns.create', { tableId, name: '等级', type: 'singleSelect', settings: { options } })).id
  const bands = [
    { from: null, optionId: C },
    { from: 100, optionId: B },
    { from: 200, optionId: A },
  ]
  const rule = { kind: 'bands' as const, metric: { kind: 'column' as const, columnId: amount }, bands }
  valueOf(await engine.run('base.turnDay', {}))
  const draft = { tableId, code: 'grade', name: '等级', targetColumnId: target, rule, fallbackOptionId: null, scope: null }
  const scheme = valueOf(await engine.run('schemes.create', { ...draft, run: run ?? 'realTime', downgradeAfter: downgradeAfter ?? 1 }))
  const cells = (value: number | null) => [{ columnId: amount, value }]
  const insertAll = async (values: readonly (number | null)[]) =>
    valueOf(await engine.run('rows.insert', { tableId, rows: values.map((value) => ({ cells: cells(value) })) })).ids
  return {
    engine,
    path,
    clock,
    state,
    tableId,
    amount,
    target,
    options,
    draft,
    scheme,
    rule,
    insertAll,
    insert: async (value: number | null) => (await insertAll([value]))[0] ?? 0,
    update: async (id: number, value: number | null) => valueOf(await engine.run('rows.update', { tableId, rows: [{ id, cells: cells(value) }] })),
    updateAll: async (value: number | null) => valueOf(await engine.run('rows.updateWhere', { tableId, filter: null, columnId: amount, value })),
    remove: async (ids: readonly number[]) => valueOf(await engine.run('rows.delete', { tableId, rowIds: [...ids] })),
    restoreLast: async () => {
      const [entry] = valueOf(await engine.run('trash.list', {}))
      return valueOf(await engine.run('trash.restore', { entryId: entry?.entryId ?? 0 }))
    },
    turn: async (days: number) => {
      state.today = addDays(state.today, days)
      valueOf(await engine.run('base.turnDay', {}))
    },
    classes: async () =>
      valueOf(await engine.run('rows.page', { tableId, query: emptyRowQuery, columnIds: [target], offset: 0, limit: 99 })).items.map((item) =>
        item.kind === 'row' ? item.cells[0] : null,
      ),
    explained: async (rowId: number) => valueOf(await engine.run('classes.explain', { tableId, rowId }))[0],
    moves: async () =>
      valueOf(await engine.run('classes.moves', { schemeId: scheme.id, limit: 500 })).map(
        ({ rowId, fromOptionId, toOptionId }) => [rowId, fromOptionId, toOptionId] as const,
      ),
    undo: async () => valueOf(await engine.run('history.undo', {})),
    redo: async () => valueOf(await engine.run('history.redo', {})),
  }
}
