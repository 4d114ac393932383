import { expect, test } from 'vitest'
import { z } from 'zod'
import { runCommandLine } from '#main/cli/run.ts'
import type { Filter } from '#shared/model/filter.ts'
import type { Rule } from '#shared/model/scheme.ts'
import { temporaryBase } from '../engine/support/temporaryBase.ts'
import { valueOf } from '../engine/support/valueOf.ts'

const answerSchema = z.object({ schemes: z.array(z.looseObject({ name: z.string(), classes: z.array(z.unknown()) })) })

test('classify counts the rows a scheme is for, and tags by their names', async () => {
  const { engine, path } = temporaryBase()
  const { id: tableId } = valueOf(await engine.run('tables.create', { name: '客户' }))
  const columnId = valueOf(await engine.run('columns.create', { tableId, name: '金额', type: 'number', settings: {} })).id
  const atLeast = (value: number): Filter => ({ kind: 'condition', columnId, operator: 'greaterOrEqual', value })
  const create = async (name: string, rule: Rule) =>
    valueOf(
      await engine.run('schemes.create', {
        tableId,
        code: name,
        name,
        targetColumnId: null,
        newOptions: [{ id: 1, name: '大', color: 'blue' }],
        scope: atLeast(10),
        rule,
        fallbackOptionId: null,
      }),
    )
  await create('规模', { kind: 'decisionTable', rows: [{ when: atLeast(1000), optionId: 1 }] })
  await create('标签', { kind: 'tags', rows: [{ when: atLeast(1000), optionId: 1 }] })
  const rows = [5000, 2000, 50, 5, 6].map((value) => ({ cells: [{ columnId, value }], links: [] }))
  valueOf(await engine.run('rows.insert', { tableId, rows }))
  await engine.close()

  let out = ''
  const asked = async (...words: string[]): Promise<string> => {
    out = ''
    const silent = { write: () => {} }
    await runCommandLine(words, { stdout: { write: (text) => void (out += text) }, stderr: silent, environment: {}, folder: '/' })
    return out
  }
  expect((await asked('classify', path)).trim().split('\n').slice(1)).toEqual(['规模: 大 2  未分类 1', '标签: 大 2  没有标签 1'])
  const { schemes } = answerSchema.parse(JSON.parse(await asked('classify', path, '--json')))
  const counted = [
    { class: '大', count: 2 },
    { class: null, count: 1 },
  ]
  expect(schemes.map(({ classes }) => classes)).toEqual([counted, counted])
})
