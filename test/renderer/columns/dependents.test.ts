import { expect, test } from 'vitest'
import { emptyViewSettings } from '#shared/model/view.ts'
import { dependentsOf } from '#renderer/features/columns/dependents.ts'
import { base, customerColumns } from '../importWizard/sampleFile.ts'

const column = (id: number) => {
  const found = customerColumns.find((candidate) => candidate.id === id)
  if (found === undefined) throw new Error(`no column ${id}`)
  return found
}
const whole = {
  ...base,
  views: [
    {
      id: 1,
      uid: '',
      tableId: 1,
      name: '大客户',
      role: null,
      position: 1,
      description: '',
      ownerId: null,
      locked: false,
      settings: { ...emptyViewSettings, sorts: [{ columnId: 13, direction: 'descending' as const }] },
    },
  ],
  schemes: [
    {
      id: 1,
      uid: '',
      code: 'importance',
      name: '重要性',
      tableId: 1,
      targetColumnId: 99,
      fallbackOptionId: null,
      enabled: true,
      rule: {
        kind: 'percentile' as const,
        metric: { kind: 'column' as const, columnId: 13 },
        percentile: 0.8,
        minimum: 0,
        upperOptionId: 1,
        lowerOptionId: 2,
      },
    },
  ],
}

test('a column nobody uses', () => {
  expect(dependentsOf(column(12), whole)).toEqual({ columns: [], schemes: [], views: [], otherSide: null, isPrimary: false })
})

test('schemes, views, computed columns and the other side of a link', () => {
  expect(dependentsOf(column(13), whole)).toMatchObject({ schemes: ['重要性'], views: ['大客户'] })
  expect(dependentsOf(column(15), whole)).toMatchObject({ columns: ['跟进次数'], otherSide: '跟进记录·客户' })
  expect(dependentsOf(column(11), whole).isPrimary).toBe(true)
})
