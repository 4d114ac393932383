import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { createBase, openEngine, type Engine } from '#main/engine/index.ts'
import { importPlan } from '#shared/importing/importPlan.ts'
import { openDraft } from '#shared/importing/openDraft.ts'
import type { CellValue } from '#shared/model/cell.ts'
import type { ColumnRole } from '#shared/model/roles.ts'
import { median, result, type BenchCase, type BenchResult } from '../support/bench.ts'
import { large, largeBase, middle, namesOf, succeed } from '../support/largeBase.ts'
import { writeMixedWorkbook } from '../support/mixedWorkbook.ts'

/** Does a thing, takes it back, and does it again by redo, some rounds; the medians of each. */
async function rounds(engine: Engine, count: number, act: (round: number) => Promise<unknown>): Promise<{ act: number; undo: number; redo: number }> {
  const taken = { act: new Array<number>(), undo: new Array<number>(), redo: new Array<number>() }
  const timed = async (what: keyof typeof taken, work: () => Promise<unknown>): Promise<void> => {
    const start = performance.now()
    await work()
    taken[what].push(performance.now() - start)
  }
  for (let round = 0; round < count; round += 1) {
    await timed('act', () => act(round))
    await timed('undo', () => succeed(engine.run('history.undo', {})))
    await timed('redo', () => succeed(engine.run('history.redo', {})))
    await succeed(engine.run('history.undo', {}))
  }
  return { act: median(taken.act), undo: median(taken.undo), redo: median(taken.redo) }
}

function stepsAgainst(id: string, size: number, what: string, times: { act: number; undo: number; redo: number }): BenchResult[] {
  return (['undo', 'redo'] as const).map((step) =>
    result({
      id: id.replace('undo', step),
      what: `${step} of ${what}, against ${what} itself`,
      size,
      median_ms: times[step],
      baseline_ms: times.act,
      bar: 2,
    }),
  )
}

/** Bytes of the last entry of the log. */
function lastEntryBytes(path: string): number {
  const database = new Database(path, { readonly: true })
  try {
    return database.prepare<[], number>('select length(change) from kebu_log order by id desc limit 1').pluck().get() ?? 0
  } finally {
    database.close()
  }
}

/** Bytes a cell in the log, in the places of milliseconds, against those of its two values as they are. */
function bytesResult(id: string, what: string, path: string, cells: number, plain: number): BenchResult {
  return result({
    id: `log.bytes.${id}`,
    what: `bytes of the log a cell, ${what}, against the values as they are`,
    size: cells,
    median_ms: lastEntryBytes(path) / cells,
    baseline_ms: plain,
    bar: 1,
  })
}

export const undoCases: BenchCase[] = [
  {
    id: 'undo.import',
    run: async () => {
      const folder = mkdtempSync(join(tmpdir(), 'kebu-bench-undo-'))
      try {
        const size = 100_000
        const workbook = join(folder, 'mixed.xlsx')
        const base = join(folder, 'base.kebu')
        await writeMixedWorkbook(workbook, size)
        createBase(base)
        const engine = openEngine(base)
        const preview = await succeed(engine.run('import.inspect', { path: workbook }))
        const plan = importPlan(openDraft(workbook, preview, await succeed(engine.run('base.describe', {}))))
        if (plan === null) throw new Error('the guesses make no plan')
        const times = await rounds(engine, 3, () => succeed(engine.run('import.run', { ...plan, rejectionFolder: null })))
        const bytes = bytesResult('import', 'rows of an import taken back', base, size * 20, 12)
        await engine.close()
        return [...stepsAgainst('undo.import', size, `an import of ${size} × 20`, times), bytes]
      } finally {
        rmSync(folder, { recursive: true, force: true })
      }
    },
  },
  {
    id: 'undo.column',
    run: async () => {
      const engine = openEngine(await largeBase(large))
      const names = await namesOf(engine)
      const measure = async (id: string, role: ColumnRole, what: string): Promise<BenchResult[]> => {
        const columnId = names.column(role).id
        return stepsAgainst(id, large.customers, what, await rounds(engine, 3, () => succeed(engine.run('columns.delete', { columnId }))))
      }
      const results = [
        ...(await measure('undo.column', 'customer.source', 'the deletion of a column')),
        ...(await measure('undo.column.ranked', 'customer.annualPotential', 'the deletion of a column that classes are ranked by')),
      ]
      await engine.close()
      return results
    },
  },
  {
    id: 'undo.bulk|log.bytes',
    run: async () => {
      const path = await largeBase(middle)
      const engine = openEngine(path)
      const names = await namesOf(engine)
      const tableId = names.table('customer')
      const size = middle.customers
      const fill = (columnId: number, value: CellValue) => succeed(engine.run('rows.updateWhere', { tableId, filter: null, columnId, value }))
      const need = names.column('customer.needDescription').id
      const times = await rounds(engine, 5, (round) => fill(need, `第 ${round} 轮`))
      const results = stepsAgainst('undo.bulk', size, `an update of ${size} cells`, times)
      await fill(names.column('customer.annualPotential').id, 12.5)
      results.push(bytesResult('numbers', 'amounts set to one', path, size, 16))
      await fill(names.column('customer.note').id, '新备注')
      results.push(bytesResult('texts', 'notes set to one', path, size, 24))
      await fill(names.column('customer.source').id, 2)
      results.push(bytesResult('options', 'options set to one', path, size, 16))
      await engine.close()
      return results
    },
  },
]
