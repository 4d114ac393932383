import type { Option } from '#shared/model/option.ts'
import type { Playbook } from '#shared/model/playbook.ts'
import type { Scheme } from '#shared/model/scheme.ts'
import type { SchemeFile } from '#shared/model/schemeFile.ts'
import type { Schema } from '../../context.ts'

type Strategies = SchemeFile['strategies']

/** What is done for each class, with ways of contact by name and code. Strategies of classes that are gone stay behind. */
export function strategiesOf(schema: Schema, { playbook }: Scheme, classIds: readonly number[], classOf: (id: number) => number): Strategies {
  const methods = methodsOf(schema)
  return playbook
    .filter(({ optionId }) => classIds.includes(optionId))
    .map(({ optionId, strategy, contactDays, actions }) => ({
      class: classOf(optionId),
      strategy,
      contactDays,
      actions: actions.map(({ title, methodId, afterDays }) => {
        const method = methods.find(({ id }) => id === methodId)
        return { title, method: method === undefined ? null : { name: method.name, code: method.code ?? null }, afterDays }
      }),
    }))
}

/** The same in this base; a way of contact that it has not is left open. */
export function playbookOf(schema: Schema, { strategies }: SchemeFile): Playbook {
  const methods = methodsOf(schema)
  const methodOf = (asked: Strategies[number]['actions'][number]['method']): number | null => {
    if (asked === null) return null
    const found =
      (asked.code === null ? undefined : methods.find(({ code }) => code === asked.code)) ?? methods.find(({ name }) => name === asked.name)
    return found?.id ?? null
  }
  return strategies.map(({ class: optionId, strategy, contactDays, actions }) => ({
    optionId,
    strategy,
    contactDays,
    actions: actions.map(({ title, method, afterDays }) => ({ title, methodId: methodOf(method), afterDays })),
  }))
}

function methodsOf(schema: Schema): readonly Option[] {
  const column = schema.columnByRole('followUp.method')
  return column?.type === 'singleSelect' ? column.settings.options : []
}
