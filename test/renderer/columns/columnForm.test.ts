import { expect, test } from 'vitest'
import { type ColumnForm, formOf, newForm } from '#renderer/features/columns/columnForm.ts'
import { formProblems } from '#renderer/features/columns/formProblems.ts'
import { createWrite, updateWrite } from '#renderer/features/columns/saveColumn.ts'
import { base, customerColumns } from '../importWizard/sampleFile.ts'

const form: ColumnForm = { ...newForm(1, base), name: '开户行' }
const problems = (changed: Partial<ColumnForm>, columnId: number | null = null) =>
  formProblems({ ...form, ...changed }, 1, columnId, base).map((problem) => problem.code)

test('a name is needed and must be free; its own name is free', () => {
  expect(problems({})).toEqual([])
  expect(problems({ name: '  ' })).toEqual(['nameEmpty'])
  expect(problems({ name: '主电话' })).toEqual(['nameTaken'])
  expect(problems({ name: '主电话' }, 12)).toEqual([])
})

test('what each type needs', () => {
  expect(
    problems({
      type: 'singleSelect',
      options: [
        { id: 1, name: '是', color: 'blue' },
        { id: 2, name: '是 ', color: 'red' },
        { id: 3, name: '', color: 'red' },
      ],
    }),
  ).toEqual(['optionTwice', 'optionEmpty'])
  expect(problems({ type: 'autoNumber', numbering: { pattern: 'KH-{0001}-{01}' } })).toEqual(['patternBroken'])
  expect(problems({ type: 'link' })).toEqual(['otherTableMissing'])
  expect(problems({ type: 'link', link: { ...form.link, otherTableId: 2, otherName: '客户', multiple: true, otherMultiple: false } })).toEqual([
    'otherNameTaken',
  ])
  expect(problems({ type: 'lookup' })).toEqual(['linkMissing', 'targetMissing'])
  expect(problems({ type: 'rollup', rollup: { ...form.rollup, linkColumnId: 15, function: 'latest' } })).toEqual(['targetMissing', 'orderMissing'])
  expect(problems({ type: 'rollup', rollup: { ...form.rollup, linkColumnId: 15 } })).toEqual([])
})

test('a new column carries only the settings of its type', () => {
  const options = [{ id: 1, name: ' 展会 ', color: 'blue' }]
  expect(createWrite({ ...form, type: 'singleSelect', options }, 1, 12)).toEqual({
    name: 'columns.create',
    input: {
      tableId: 1,
      name: '开户行',
      type: 'singleSelect',
      settings: { options: [{ id: 1, name: '展会', color: 'blue' }], cascade: null },
      description: '',
      required: false,
      defaultValue: null,
      validation: null,
      beforeColumnId: 12,
    },
  })
  expect(
    createWrite(
      { ...form, type: 'link', link: { ...form.link, otherTableId: 2, otherName: '往来客户', multiple: true, otherMultiple: false } },
      1,
      null,
    ),
  ).toEqual({
    name: 'columns.createLink',
    input: { tableId: 1, name: '开户行', multiple: true, createInPicker: true, otherTableId: 2, otherName: '往来客户', otherMultiple: false },
  })
})

test('a column opened and saved without a change is written as it was', () => {
  for (const column of customerColumns) {
    const write = updateWrite(formOf(column, base), column.id)
    // The engine takes the two tables of a link from the column itself, and keeps no limit that is none.
    const settings = column.type === 'link' ? { multiple: column.settings.multiple, createInPicker: true, pick: null } : column.settings
    expect(write.input).toEqual({
      columnId: column.id,
      defaultValue: null,
      validation: null,
      name: column.name,
      description: '',
      required: column.required,
      settings,
    })
  }
})
