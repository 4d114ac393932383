import type { Handlers } from '../handlers.ts'
import { readPage, readPosition } from './page.ts'
import { findRows, readLinked, readRow, summarise } from './reads.ts'
import { deleteRows, insertRows, setLinks, updateRows, updateWhere } from './writes.ts'

export const recordHandlers: Handlers<
  | 'rows.page'
  | 'rows.position'
  | 'rows.summary'
  | 'rows.get'
  | 'rows.find'
  | 'rows.linked'
  | 'rows.insert'
  | 'rows.update'
  | 'rows.updateWhere'
  | 'rows.delete'
  | 'rows.setLinks'
> = {
  'rows.page': readPage,
  'rows.position': readPosition,
  'rows.summary': summarise,
  'rows.get': readRow,
  'rows.find': findRows,
  'rows.linked': readLinked,
  'rows.insert': insertRows,
  'rows.update': updateRows,
  'rows.updateWhere': updateWhere,
  'rows.delete': deleteRows,
  'rows.setLinks': setLinks,
}
