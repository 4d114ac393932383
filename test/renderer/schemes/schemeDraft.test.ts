import { expect, test } from 'vitest'
import { changesScheme, draftOf } from '#renderer/features/schemes/schemeDraft.ts'
import type { Option } from '#shared/model/option.ts'
import type { Scheme } from '#shared/model/scheme.ts'

const scheme: Scheme = {
  id: 1,
  uid: 'u',
  code: 'own',
  name: '大小',
  tableId: 1,
  targetColumnId: 2,
  scope: null,
  rule: {
    kind: 'bands',
    metric: { kind: 'column', columnId: 3 },
    bands: [
      { from: null, optionId: 1 },
      { from: 10, optionId: 2 },
    ],
  },
  fallbackOptionId: null,
  enabled: true,
  playbook: [],
}
const options: Option[] = [1, 2].map((id) => ({ id, name: `类${id}`, color: 'blue' }))

test('an editor that was only opened, or put back as it was, has nothing to save', () => {
  const draft = draftOf(scheme)
  expect(changesScheme(draft, scheme, options)).toBe(false)
  expect(changesScheme({ ...draft, options: options.map((option) => ({ ...option })) }, scheme, options)).toBe(false)
})

test('another bound, scope, rest or class is a change', () => {
  const draft = draftOf(scheme)
  const moved: Scheme['rule'] = {
    kind: 'bands',
    metric: { kind: 'column', columnId: 3 },
    bands: [
      { from: null, optionId: 1 },
      { from: 11, optionId: 2 },
    ],
  }
  const [first, second] = options
  const renamed = first === undefined || second === undefined ? [] : [{ ...first, name: '别的' }, second]
  for (const changed of [
    { ...draft, rule: moved },
    { ...draft, scope: { kind: 'and' as const, items: [] } },
    { ...draft, fallbackOptionId: 1 },
    { ...draft, options: renamed },
  ])
    expect(changesScheme(changed, scheme, options)).toBe(true)
})
