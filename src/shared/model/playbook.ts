import { z } from 'zod'
import { addDays, type Day } from '../lib/days.ts'

const id = z.number().int().positive()

/** Something to do for a customer of a class: it becomes a task, or the next step of a follow-up. */
export const playbookActionSchema = z.object({
  title: z.string().trim().min(1).max(200),
  /** How: an option of the follow-ups' way of contact. */
  methodId: id.nullable().default(null),
  /** Counted from the day on which the customer is due. */
  afterDays: z.number().int().min(0).max(3650).default(0),
})
export type PlaybookAction = z.infer<typeof playbookActionSchema>

/** How the owner means to treat the rows of a class. */
export const playbookEntrySchema = z.object({
  optionId: id,
  strategy: z.string().trim().max(2000).default(''),
  /** To be heard from every so many days; null: no rhythm. */
  contactDays: z.number().int().min(1).max(3650).nullable().default(null),
  actions: z.array(playbookActionSchema).max(20).default([]),
})
export type PlaybookEntry = z.infer<typeof playbookEntrySchema>

/** One entry a class at most; a class without one has no strategy. */
export const playbookSchema = z.array(playbookEntrySchema)
export type Playbook = z.infer<typeof playbookSchema>

export const entryOf = (playbook: Playbook, optionId: number | null): PlaybookEntry | null =>
  playbook.find((entry) => entry.optionId === optionId) ?? null

/**
 * The day on which a customer is due: so many days after the last follow-up, today at the earliest.
 * Who was never followed up, or has no rhythm, is due today. A follow-up dated after today counts as today's.
 */
export function dueDay(lastFollowUp: string | null, contactDays: number | null, today: Day): Day {
  if (lastFollowUp === null || contactDays === null) return today
  const last = lastFollowUp.slice(0, 10)
  const day = addDays(last > today ? today : last, contactDays)
  return day < today ? today : day
}
