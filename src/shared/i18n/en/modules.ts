import type { modules as zh } from '../zh-CN/modules.ts'

export const modules: Record<keyof typeof zh, string> = {
  title: 'Add tables from the template',
  lead: 'Add what you need. Tables, columns and views can be renamed, extended and removed afterwards; adding is one step that can be undone.',
  sample: 'With sample rows',
  tables: 'Tables',
  figures: 'Worked out for you',
  extends: 'Schemes that follow',
  leaves: 'Left as you changed them',
  there: 'Added',
  add: 'Add',
  addNamed: 'Add “{name}”',
  open: 'Open',
  openNamed: 'Open “{name}”',
  added: 'Added “{name}”',
  addedSample: 'Added “{name}” with {count} sample rows',
}
