import { expect, test } from 'vitest'
import { dependentsText } from '#renderer/shell/dependentsText.ts'
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
    ],
    '客户',
    t,
  )
  expect(text.split('\n')).toEqual([
    t('columnDialog.depends.columns', { names: '次数、跟进记录·客户状态' }),
    t('columnDialog.depends.views', { names: '大客户' }),
    t('columnDialog.deleteUndo'),
  ])
})
