import { engineOperations, type OperationName } from '#shared/contract/engine.ts'

/** Which thread answers: the only writer, the reader the window waits for, or the one for work that takes its time. */
export type Station = 'writer' | 'pages' | 'long'

export function stationOf(name: OperationName): Station {
  if (engineOperations[name].kind === 'write') return 'writer'
  return longReads.has(name) || name.startsWith('analysis.') ? 'long' : 'pages'
}

const longReads: ReadonlySet<OperationName> = new Set<OperationName>([
  'report.build',
  'report.xlsx',
  'export.view',
  'export.files',
  'files.read',
  'files.copy',
  'import.inspect',
  'import.preview',
  'rows.statistics',
  'rows.subtotals',
  'stats.group',
  'stats.cumulativeShare',
  'snapshots.take',
  'snapshots.daily',
  'snapshots.restore',
])

/**
 * Reads that leave nothing behind wherever they are cut off, not even half a file: who asked for one and does not want it
 * any more need not wait until it looks up.
 */
export function mayBeCutOff(name: OperationName): boolean {
  return cutOff.has(name) || (name.startsWith('analysis.') && name !== 'analysis.xlsx')
}

const cutOff: ReadonlySet<OperationName> = new Set<OperationName>([
  'report.build',
  'rows.statistics',
  'rows.subtotals',
  'stats.group',
  'stats.cumulativeShare',
])

/** Writes that are stopped, not awaited, when the base is closed: they may take minutes and leave nothing half done. */
export const longWrites: ReadonlySet<OperationName> = new Set<OperationName>(['import.run'])
