import { expect, test } from 'vitest'
import { emptyRowQuery, emptyViewSettings } from '#shared/model/view.ts'
import { temporaryBase } from '../support/temporaryBase.ts'
import { valueOf } from '../support/valueOf.ts'

const names: [string, string][] = [
  ['quotes', `"x" 'y' \`z\` [w] ; drop table t1; --`],
  ['emoji', '客户👩‍👩‍👧‍👦🇨🇳'],
  ['right to left', '\u202Eשלום العملاء'],
  ['ten thousand characters', '很长'.repeat(5000)],
  ['signs of formulas', '金额=(1+2)*3 % "a" & b'],
  ['only digits', '2024'],
]

test.each(names)('a name of %s is a name like any other: of tables, columns, options, views, in formulas, filters and search', async (_, name) => {
  const { engine } = temporaryBase()
  const other = [...name].reverse().join('')
  const table = valueOf(await engine.run('tables.create', { name }))
  const options = [{ id: 1, name, color: 'blue' }]
  const text = valueOf(await engine.run('columns.create', { tableId: table.id, name, type: 'text', settings: {} }))
  const select = valueOf(await engine.run('columns.create', { tableId: table.id, name: '选项', type: 'singleSelect', settings: { options } }))
  const checked = valueOf(await engine.run('formulas.check', { tableId: table.id, source: `LEN({${name}})`, samples: 1 }))
  if (!checked.ok) throw new Error(checked.problem.code)
  const settings = { source: checked.stored, result: checked.result, format: checked.format }
  const length = valueOf(await engine.run('columns.create', { tableId: table.id, name: '长度', type: 'formula', settings }))
  const filter = { kind: 'condition', columnId: text.id, operator: 'is', value: name } as const
  const view = valueOf(await engine.run('views.create', { tableId: table.id, name, settings: { ...emptyViewSettings, filter } }))
  const cells = [
    { columnId: text.id, value: name },
    { columnId: select.id, value: 1 },
  ]
  valueOf(
    await engine.run('rows.insert', {
      tableId: table.id,
      rows: [
        { cells, links: [] },
        { cells: [], links: [] },
      ],
    }),
  )

  const page = valueOf(
    await engine.run('rows.page', {
      tableId: table.id,
      query: { ...emptyRowQuery, filter: view.settings.filter },
      columnIds: [text.id, length.id],
      offset: 0,
      limit: 9,
    }),
  )
  expect(page.items).toMatchObject([{ kind: 'row', cells: [name, [...name].length === name.length ? name.length : expect.any(Number)] }])
  const described = valueOf(await engine.run('base.describe', {}))
  expect(described.tables.map((each) => each.name)).toEqual([name])
  expect(described.views.some((each) => each.name === name)).toBe(true)
  expect(described.columns.find(({ id }) => id === select.id)).toMatchObject({ settings: { options } })

  valueOf(await engine.run('columns.update', { columnId: text.id, name: other }))
  const renamed = valueOf(await engine.run('rows.page', { tableId: table.id, query: emptyRowQuery, columnIds: [length.id], offset: 0, limit: 1 }))
  expect(renamed.items).toMatchObject(page.items.map((item) => (item.kind === 'row' ? { cells: [item.cells[1]] } : {})))
  for (let step = 0; step < 7; step += 1) valueOf(await engine.run('history.undo', {}))
  expect(valueOf(await engine.run('base.describe', {})).tables).toEqual([])
  for (let step = 0; step < 7; step += 1) valueOf(await engine.run('history.redo', {}))
  expect(valueOf(await engine.run('base.describe', {})).columns.find(({ id }) => id === text.id)?.name).toBe(other)
  await engine.close()
})
