/** The table of tasks, which comes along with the first task. */
export const taskTableRoles = ['task'] as const

export const taskColumnRoles = [
  'task.title',
  'task.kind',
  'task.customer',
  'task.due',
  'task.priority',
  'task.status',
  'task.owner',
  'task.source',
  'task.sourceKey',
  'task.result',
  'task.createdTime',
  'customer.tasks',
] as const

export const taskViewRoles = ['task.today', 'task.overdue', 'task.thisWeek', 'task.all'] as const
