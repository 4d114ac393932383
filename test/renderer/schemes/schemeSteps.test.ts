import { expect, test } from 'vitest'
import { schemeSteps } from '#renderer/features/schemes/schemeSteps.ts'
import type { Option } from '#shared/model/option.ts'
import type { Rule, Scheme } from '#shared/model/scheme.ts'

const options: Option[] = [1, 2].map((id) => ({ id, name: `类${id}`, code: String(id), color: 'blue' }))
const bands: Rule = { kind: 'bands', metric: { kind: 'column', columnId: 1 }, bands: [{ from: null, optionId: 1 }] }
const written = (optionId: number): Scheme['playbook'][number] => ({ optionId, strategy: '勤联系', contactDays: null, actions: [] })
const count = (optionId: number | null, inScope: number) => ({ optionId, count: inScope + 5, inScope })
const today = '2026-11-26'

const said = (rule: Rule, playbook: Scheme['playbook'], counts: ReturnType<typeof count>[], since: string | null) =>
  schemeSteps({ rule, playbook }, { counts, options, since, today }).map(({ step, state, said: words }) => [step, state, words])

test('a scheme just made: classes are given, a strategy is wanted, the effect comes after it', () => {
  expect(said(bands, [], [count(1, 3), count(2, 4), count(null, 0)], today)).toEqual([
    ['data', 'done', { key: 'allClassed' }],
    ['rule', 'done', { key: 'classes', count: 2 }],
    ['strategy', 'todo', { key: 'notWritten' }],
    ['effect', 'later', { key: 'afterStrategy' }],
  ])
})

test('rows without their facts, a rule that divides nothing, a strategy half written, an effect that is too early', () => {
  expect(said(bands, [written(1), written(9)], [count(1, 3), count(2, 0), count(null, 2)], '2026-11-20')).toEqual([
    ['data', 'todo', { key: 'lacking', count: 2 }],
    ['rule', 'todo', { key: 'oneClass', name: '类1' }],
    ['strategy', 'todo', { key: 'written', count: 1, all: 2 }],
    ['effect', 'later', { key: 'from', day: '2026-12-20' }],
  ])
})

test('a month after its first classes a scheme with a strategy shows its effect', () => {
  const steps = said(bands, [written(1), written(2)], [count(1, 3), count(2, 4)], '2026-10-01')
  expect(steps.slice(2)).toEqual([
    ['strategy', 'done', { key: 'written', count: 2, all: 2 }],
    ['effect', 'todo', { key: 'ready' }],
  ])
})

test('without rows nothing can be done yet; where people set the classes there are no bounds', () => {
  expect(said(bands, [], [count(null, 0)], null).map(([, state]) => state)).toEqual(['later', 'later', 'todo', 'later'])
  const manual: Rule = { kind: 'manual', optionIds: [1, 2], reasonRequired: false }
  expect(said(manual, [written(1)], [count(1, 1), count(null, 4)], null)).toEqual([
    ['data', 'todo', { key: 'unset', count: 4 }],
    ['strategy', 'todo', { key: 'written', count: 1, all: 2 }],
    ['effect', 'later', { key: 'afterClasses' }],
  ])
})
