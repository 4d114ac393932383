import { z } from 'zod'
import { read, write } from './operation.ts'

const id = z.number().int().positive()

/** A task a strategy asks for. */
export type PlannedTask = {
  rowId: number
  /** What the customer is called. */
  customer: string
  optionId: number
  title: string
  due: string
  ownerId: number | null
}

/** What generating would make; nothing is written. */
export type TaskPlan = {
  tasks: number
  customers: number
  /** Customers left out because a task of the same scheme and class is still open. */
  open: number
  /** … because they were done, and the class asks for them again only on a later day. */
  waiting: number
  /** … because they were done, and the class asks for them once. */
  once: number
  /** Customers left out because they have no need and never will. */
  dead: number
  /** Classes asked for whose strategy names nothing to do. */
  withoutActions: number[]
  /** The base has no table of tasks yet; it would be made. */
  makesTable: boolean
  /** The first of them, by day. */
  items: PlannedTask[]
}

/** The strategy of a scheme: of these classes, null for all. */
const planSchema = z.object({ schemeId: id, optionIds: z.array(id).min(1).nullable().default(null) })

export const taskOperations = {
  'tasks.plan': read<TaskPlan>()(planSchema.extend({ limit: z.number().int().min(0).max(500).default(100) })),
  /** Makes the tasks, and what of the table of tasks the base lacks, with names in this language. One change. */
  'tasks.generate': write<{ tasks: number; tableId: number }>()(planSchema.extend({ lang: z.enum(['zh-CN', 'en']) })),
}
