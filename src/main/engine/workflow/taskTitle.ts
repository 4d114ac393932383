import type { PlaybookAction } from '#shared/model/playbook.ts'
import type { Schema } from '../context.ts'

/** What a task of an action is called: how it is done, then what. */
export function taskTitle(schema: Schema): (action: Pick<PlaybookAction, 'title' | 'methodId'>) => string {
  const method = methodOf(schema)
  return ({ title, methodId }) => [method(methodId)?.name, title].filter((part) => part !== undefined).join(' · ')
}

/** A way of contact by its id; undefined where the base has it no more. */
export function methodOf(schema: Schema) {
  const methods = schema.columnByRole('followUp.method')
  const options = methods?.type === 'singleSelect' ? methods.settings.options : []
  return (id: number | null) => options.find((known) => known.id === id)
}
