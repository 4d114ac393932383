import type { Handlers } from '../handlers.ts'
import { deleteWhere, previewBulk, runBulk } from './bulk/bulk.ts'
import { findDuplicates, markDuplicates } from './duplicates.ts'
import { mergeDuplicates } from './merge.ts'
import { readPage, readPosition } from './page.ts'
import { findCandidates } from './picker/candidates.ts'
import { createLinked } from './picker/createLinked.ts'
import { press } from './press/press.ts'
import { readLinked, readRow } from './reads.ts'
import { findRows } from './search/findRows.ts'
import { sortState } from './sortIndex.ts'
import { readStatistics } from './statistics.ts'
import { readSubtotals } from './subtotals.ts'
import { deleteRows, insertRows, setLinks, updateRows, updateWhere } from './writes.ts'

export const recordHandlers: Handlers<
  | 'rows.page'
  | 'rows.position'
  | 'rows.statistics'
  | 'rows.subtotals'
  | 'rows.sortState'
  | 'rows.get'
  | 'rows.find'
  | 'rows.linked'
  | 'rows.insert'
  | 'rows.update'
  | 'rows.updateWhere'
  | 'rows.delete'
  | 'rows.setLinks'
  | 'rows.press'
  | 'rows.candidates'
  | 'rows.createLinked'
  | 'rows.previewBulk'
  | 'rows.bulk'
  | 'rows.deleteWhere'
  | 'rows.duplicateMarks'
  | 'rows.duplicates'
  | 'rows.mergeDuplicates'
> = {
  'rows.page': readPage,
  'rows.position': readPosition,
  'rows.statistics': readStatistics,
  'rows.subtotals': readSubtotals,
  'rows.sortState': sortState,
  'rows.get': readRow,
  'rows.find': findRows,
  'rows.linked': readLinked,
  'rows.insert': insertRows,
  'rows.update': updateRows,
  'rows.updateWhere': updateWhere,
  'rows.delete': deleteRows,
  'rows.setLinks': setLinks,
  'rows.press': press,
  'rows.candidates': findCandidates,
  'rows.createLinked': createLinked,
  'rows.previewBulk': previewBulk,
  'rows.bulk': runBulk,
  'rows.deleteWhere': deleteWhere,
  'rows.duplicateMarks': markDuplicates,
  'rows.duplicates': findDuplicates,
  'rows.mergeDuplicates': mergeDuplicates,
}
