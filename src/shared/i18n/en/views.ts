import type { views as zh } from '../zh-CN/views.ts'

export const views: Record<keyof typeof zh, string> = {
  locked: 'Locked',
  lock: 'Lock view',
  unlock: 'Unlock',
  lockedSentence: 'The view “{name}” is locked: its filters, sorts, groups and columns stay as they are.',
  copyForMe: 'Copy for me',
  personalCopy: 'Copy as personal view',
  personal: 'Personal view, seen by you alone',
  newPersonal: 'New personal grid',
  newShared: 'New grid',
  newKanban: 'New kanban',
  newPersonalKanban: 'New personal kanban',
  copyAsKanban: 'Copy as kanban',
  copyAsGrid: 'Copy as grid',
  describeView: 'Description…',
  describe: 'Description of “{name}”',
  description: 'Description',
  describeHint: 'Who this view is for, and what it shows',
}
