import type { common as zh } from '../zh-CN/common.ts'

export const common: Record<keyof typeof zh, string> = {
  appName: 'Kebu',
  cancel: 'Cancel',
  close: 'Close',
  save: 'Save',
  delete: 'Delete',
  undo: 'Undo',
  stopping: 'Stopping…',
  retry: 'Try again',
  loading: 'Loading…',
  empty: 'Empty',
  deletedColumn: 'a deleted column',
  noTags: 'No tags',
  unclassified: 'Unclassified',
  yes: 'Yes',
  no: 'No',
  today: 'Today',
  tomorrow: 'Tomorrow',
  rowCount: '{count} {count|row|rows}',
  listSeparator: ', ',
}
