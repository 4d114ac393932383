import type { Handlers } from '../handlers.ts'
import { schemeById } from '../classify/schemes.ts'
import { generateTasks } from './generateTasks.ts'
import { planTasks } from './planTasks.ts'

export const workflowHandlers: Handlers<'tasks.plan' | 'tasks.generate'> = {
  'tasks.plan': (context, { schemeId, optionIds, limit }) => {
    const { tasks, ...counts } = planTasks(context, schemeById(context.schema, schemeId), optionIds)
    const items = tasks.slice(0, limit).map(({ customerId, customer, optionId, title, due, ownerId }) => ({
      rowId: customerId,
      customer,
      optionId,
      title,
      due,
      ownerId,
    }))
    return { ...counts, tasks: tasks.length, makesTable: context.schema.tableByRole('task') === undefined, items }
  },
  'tasks.generate': generateTasks,
}
