import type { ColumnRole } from '#shared/model/roles.ts'
import type { TemplateColumn, TemplateData, TemplateFilter } from '../templateData.ts'

const columns: readonly TemplateColumn[] = [
  { role: 'task.title', type: 'text', required: true },
  {
    role: 'task.kind',
    type: 'singleSelect',
    options: [
      { code: 'followUp', color: 'blue' },
      { code: 'returnVisit', color: 'brown' },
      { code: 'dunning', color: 'red' },
      { code: 'care', color: 'purple' },
      { code: 'ticket', color: 'teal' },
      { code: 'winBack', color: 'orange' },
      { code: 'other', color: 'gray' },
    ],
  },
  { role: 'task.customer', type: 'link', inverse: 'customer.tasks', multiple: false },
  { role: 'task.due', type: 'date' },
  {
    role: 'task.priority',
    type: 'singleSelect',
    options: [
      { code: 'high', color: 'red' },
      { code: 'normal', color: 'blue' },
      { code: 'low', color: 'gray' },
    ],
  },
  {
    role: 'task.status',
    type: 'singleSelect',
    options: [
      { code: 'todo', color: 'orange' },
      { code: 'doing', color: 'blue' },
      { code: 'done', color: 'green' },
      { code: 'cancelled', color: 'gray' },
    ],
  },
  { role: 'task.owner', type: 'member' },
  { role: 'task.source', type: 'text' },
  { role: 'task.result', type: 'longText' },
  { role: 'task.sourceKey', type: 'text' },
  { role: 'task.createdTime', type: 'createdTime' },
]

const shown: readonly ColumnRole[] = [
  'task.title',
  'task.customer',
  'task.due',
  'task.status',
  'task.priority',
  'task.owner',
  'task.kind',
  'task.source',
  'task.result',
]
const byDay = [{ column: 'task.due', direction: 'ascending' }] as const
const open: TemplateFilter = { column: 'task.status', operator: 'noneOf', codes: ['done', 'cancelled'] }

/** 任务: what is to be done for whom, by when and by whom. */
export const tasksPack: TemplateData = {
  tables: [
    { role: 'task', primary: 'task.title', columns },
    { role: 'customer', primary: 'customer.name', columns: [{ role: 'customer.tasks', type: 'link', inverse: 'task.customer', multiple: true }] },
  ],
  schemes: [],
  views: [
    {
      role: 'task.today',
      table: 'task',
      filter: { and: [open, { column: 'task.due', operator: 'onDate', value: { kind: 'today' } }] },
      sorts: [{ column: 'task.priority', direction: 'ascending' }],
      columns: shown,
    },
    {
      role: 'task.overdue',
      table: 'task',
      filter: { and: [open, { column: 'task.due', operator: 'before', value: { kind: 'today' } }] },
      sorts: byDay,
      columns: shown,
    },
    {
      role: 'task.thisWeek',
      table: 'task',
      filter: { and: [open, { column: 'task.due', operator: 'within', value: { kind: 'thisWeek' } }] },
      sorts: byDay,
      columns: shown,
    },
    { role: 'task.all', table: 'task', sorts: byDay, columns: shown },
  ],
}
