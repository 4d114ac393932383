import { expect, test } from 'vitest'
import { dependentsText, optionDependentsText, viewDependentsText } from '#renderer/shell/dependentsText.ts'
import { translator } from '#shared/i18n/translate.ts'

const t = translator('zh-CN')

test('a column nobody uses is safe to delete', () => {
  expect(dependentsText([], '客户', t)).toBe(t('columnDialog.deleteSafe'))
})

test('each kind of use is a sentence, columns of other tables with their table', () => {
  const text = dependentsText(
    [
      { kind: 'column', id: 1, name: '次数', tableName: '客户' },
      { kind: 'column', id: 2, name: '客户状态', tableName: '跟进记录' },
      { kind: 'view', id: 3, name: '大客户', tableName: '客户' },
      { kind: 'colors', id: 3, name: '大客户', tableName: '客户' },
      { kind: 'link', id: 4, name: '客户', tableName: '订单' },
    ],
    '客户',
    t,
  )
  expect(text.split('\n')).toEqual([
    t('columnDialog.depends.column', { names: '次数、跟进记录·客户状态' }),
    t('columnDialog.depends.link', { names: '订单·客户' }),
    t('columnDialog.depends.view', { names: '大客户' }),
    t('columnDialog.depends.colors', { names: '大客户' }),
    t('columnDialog.deleteUndo'),
  ])
})

test('an option says who asks for it, a view which links it limits', () => {
  expect(optionDependentsText([{ kind: 'default', id: 1, name: '状态', tableName: '客户' }], '客户', t)).toEqual([
    t('columnDialog.optionDepends.default', { names: '状态' }),
  ])
  expect(viewDependentsText([], t)).toBe(null)
  expect(viewDependentsText([{ kind: 'link', id: 1, name: '客户', tableName: '订单' }], t)).toBe(
    t('shell.askDeleteViewLinks', { names: '订单·客户' }),
  )
})
