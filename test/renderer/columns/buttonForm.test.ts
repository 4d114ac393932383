import { expect, test } from 'vitest'
import type { ButtonSettings } from '#shared/model/button.ts'
import { readAddress } from '#shared/model/buttonAddress.ts'
import {
  buttonFormOf,
  buttonProblems,
  buttonSettingsOf,
  firstCell,
  newButton,
  withAction,
  writtenColumns,
  type ActionForm,
} from '#renderer/features/columns/button/buttonForm.ts'
import { columnOf } from '../../shared/model/columns/columnOf.ts'

const name = { ...columnOf('text', {}, 1), name: '姓名' }
const columns = [name, columnOf('date', {}, 2), columnOf('createdTime', {}, 3), columnOf('singleSelect', { options: [] }, 4), columnOf('file', {}, 5)]

test('settings become a form and come back as they were', () => {
  const settings: ButtonSettings = {
    label: '联系',
    color: 'green',
    actions: [
      { kind: 'openUrl', address: ['https://a.cn/?q=', { columnId: 1 }] },
      { kind: 'setCells', cells: [{ columnId: 2, kind: 'today', days: 7 }] },
      { kind: 'addLinked', linkColumnId: 9, cells: [], open: true },
    ],
    condition: { kind: 'condition', columnId: 1, operator: 'isNotEmpty' },
    confirm: '确定？',
  }
  const form = buttonFormOf(settings, columns)
  expect(form.actions[0]).toMatchObject({ typed: 'https://a.cn/?q={姓名}', unknown: [] })
  expect(buttonSettingsOf(form)).toEqual(settings)
})

test('the column of an address that is gone is shown by its number, and kept until the address is typed anew', () => {
  const address = ['https://a.cn/', { columnId: 77 }]
  const form = buttonFormOf({ ...newButton, actions: [{ kind: 'openUrl', address }] }, columns)
  expect(form.actions[0]).toMatchObject({ typed: 'https://a.cn/{#77}' })
  expect(buttonSettingsOf(form).actions).toEqual([{ kind: 'openUrl', address }])
})

test('what keeps a button from being saved', () => {
  const problems = (...actions: ActionForm[]) => buttonProblems({ ...newButton, actions }).map(({ code, key }) => [code, key])
  const opening = (typed: string): ActionForm => ({ key: 3, kind: 'openUrl', typed, ...readAddress(typed, columns) })
  expect(problems()).toEqual([['actionMissing', null]])
  expect(problems({ key: 0, kind: 'setCells', cells: [] }, { key: 1, kind: 'addLinked', linkColumnId: null, cells: [], open: true })).toEqual([
    ['cellsMissing', 0],
    ['actionLinkMissing', 1],
  ])
  for (const empty of ['', 'https://', ' mailto: ', 'tel:']) expect(problems(opening(empty))).toEqual([['addressMissing', 3]])
  expect(problems(opening('https://a.cn/{没有}'))).toEqual([['addressUnknown', 3]])
  for (const bad of ['javascript:{姓名}', 'file:///{姓名}', 'https://{姓名', '没有']) expect(problems(opening(bad)).length).toBe(1)
  for (const good of ['https://a.cn/?q={姓名}', 'tel:{姓名}', 'mailto:{姓名}', '{姓名}', 'a.cn/{姓名}']) expect(problems(opening(good))).toEqual([])
})

test('a button writes into what a person types into, and dates and people come with what is meant most', () => {
  expect(writtenColumns(columns, (id) => id === 4).map(({ id }) => id)).toEqual([1, 2])
  expect(firstCell(columnOf('date', {}, 2))).toEqual({ columnId: 2, kind: 'today', days: 0 })
  expect(firstCell(columnOf('member', {}, 6))).toEqual({ columnId: 6, kind: 'me' })
})

test('actions are told apart though some of them went', () => {
  const two = withAction(withAction([], 'setCells', []), 'addLinked', [columnOf('text', {}, 8)])
  expect(two).toMatchObject([{ key: 0 }, { key: 1, linkColumnId: 8 }])
  expect(withAction(two.slice(1), 'openUrl', []).map(({ key }) => key)).toEqual([1, 2])
})
