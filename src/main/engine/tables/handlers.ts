import type { Handlers } from '../handlers.ts'
import { createColumn, createLink, deleteColumn, updateColumn } from './columns.ts'
import { convertColumn } from './convert/convert.ts'
import { previewConversion } from './convert/preview.ts'
import { readDependents } from './dependents.ts'
import { previewNumbers } from './numbering.ts'
import { createMember, updateMember } from './members.ts'
import { previewSingle } from './linkSettings.ts'
import { createTable, deleteTable, renameTable, setPrimaryColumn } from './tables.ts'
import { addUnique, removeUnique } from './uniques.ts'
import { createView, deleteView, duplicateView, moveView, setViewLocked, updateView } from './views.ts'

export const tableHandlers: Handlers<
  | 'base.dependents'
  | 'tables.create'
  | 'tables.rename'
  | 'tables.setPrimary'
  | 'tables.delete'
  | 'tables.addUnique'
  | 'tables.removeUnique'
  | 'columns.create'
  | 'columns.createLink'
  | 'columns.update'
  | 'columns.delete'
  | 'columns.previewConversion'
  | 'columns.convert'
  | 'columns.previewSingle'
  | 'columns.previewNumbers'
  | 'views.create'
  | 'views.update'
  | 'views.duplicate'
  | 'views.setLocked'
  | 'views.move'
  | 'views.delete'
  | 'members.create'
  | 'members.update'
> = {
  'base.dependents': readDependents,
  'tables.create': createTable,
  'tables.rename': renameTable,
  'tables.setPrimary': setPrimaryColumn,
  'tables.delete': deleteTable,
  'tables.addUnique': addUnique,
  'tables.removeUnique': removeUnique,
  'columns.create': createColumn,
  'columns.createLink': createLink,
  'columns.update': updateColumn,
  'columns.delete': deleteColumn,
  'columns.previewConversion': previewConversion,
  'columns.convert': convertColumn,
  'columns.previewSingle': previewSingle,
  'columns.previewNumbers': previewNumbers,
  'views.create': createView,
  'views.update': updateView,
  'views.duplicate': duplicateView,
  'views.setLocked': setViewLocked,
  'views.move': moveView,
  'views.delete': deleteView,
  'members.create': createMember,
  'members.update': updateMember,
}
