import { expect, test } from 'vitest'
import type { Filter } from '#shared/model/filter.ts'
import type { ColumnRole } from '#shared/model/roles.ts'
import type { BookSchemeCode } from '#shared/model/roles/bookRoles.ts'
import type { Rule } from '#shared/model/scheme.ts'
import { containing } from '../../support/containing.ts'
import { customerBook, type CustomerBook } from '../support/customerBook.ts'
import { contentOf } from '../support/contentOf.ts'
import { valueOf } from '../support/valueOf.ts'

const isClassed = (columnId: number): Filter => ({ kind: 'condition', columnId, operator: 'isNotEmpty' })

/** Who has something in that column is of the first class. */
function ruleOver(book: CustomerBook, code: BookSchemeCode, columnId: number): Rule {
  const [first] = book.options(`customer.${code}`)
  return { kind: 'decisionTable', rows: [{ when: isClassed(columnId), optionId: first?.id ?? 0 }] }
}

/** What the three reads of the editor and saving say of the rule, each as the code and the sentence of its refusal. */
async function refusals(book: CustomerBook, code: BookSchemeCode, rule: Rule): Promise<unknown[]> {
  const { id, tableId, targetColumnId, scope, fallbackOptionId } = book.scheme(code)
  const draft = { tableId, targetColumnId, scope, rule, fallbackOptionId }
  const answers = [
    await book.engine.run('schemes.preview', draft),
    await book.engine.run('schemes.distribution', draft),
    await book.engine.run('schemes.rfmPoints', { ...draft, limit: 10 }),
    await book.engine.run('schemes.update', { schemeId: id, rule }),
  ]
  return answers.map((answer) => (answer.ok ? 'answered' : { code: answer.failure.code, message: answer.failure.message }))
}

async function expectSameRefusal(book: CustomerBook, code: BookSchemeCode, rule: Rule): Promise<void> {
  const before = contentOf(book.path)
  const [preview, distribution, points, saved] = await refusals(book, code, rule)
  expect(saved).toMatchObject({ code: 'column.cycle', message: { 'zh-CN': containing(book.scheme(code).name) } })
  expect([preview, distribution, points]).toEqual([saved, saved, saved])
  expect(contentOf(book.path)).toEqual(before)
}

const columnId = (book: CustomerBook, role: ColumnRole): number => book.column(role).id

test('a rule that reads its own classes has no counts: the preview refuses it as saving does', async () => {
  const book = await customerBook({ today: '2026-03-01', sample: true })
  await expectSameRefusal(book, 'importance', ruleOver(book, 'importance', columnId(book, 'customer.importance')))
})

test('so it does over another scheme, over a formula, and over conditions of linked rows', async () => {
  const book = await customerBook({ today: '2026-03-01', sample: true })
  const { engine } = book
  const grade = columnId(book, 'customer.grade')
  const importance = columnId(book, 'customer.importance')
  valueOf(await engine.run('schemes.update', { schemeId: book.scheme('grade').id, rule: ruleOver(book, 'grade', importance) }))
  await expectSameRefusal(book, 'importance', ruleOver(book, 'importance', grade))

  const formula = valueOf(
    await engine.run('columns.create', { tableId: book.table('customer'), name: '急', type: 'formula', settings: { source: `{紧急程度}&""` } }),
  )
  await expectSameRefusal(book, 'urgency', ruleOver(book, 'urgency', formula.id))

  const link = book.column('customer.orders')
  const back = book.column('order.customer')
  if (back.type !== 'link') throw new Error('no link')
  const there = valueOf(
    await engine.run('columns.create', {
      tableId: book.table('order'),
      name: '客户活跃度',
      type: 'lookup',
      settings: { linkColumnId: back.id, targetColumnId: columnId(book, 'customer.activity') },
    }),
  )
  const [first] = book.options('customer.activity')
  const when: Filter = { kind: 'condition', columnId: link.id, operator: 'linkedAny', value: isClassed(there.id) }
  await expectSameRefusal(book, 'activity', { kind: 'decisionTable', rows: [{ when, optionId: first?.id ?? 0 }] })
})

test('a rule over the classes of another scheme that does not read it back is previewed and saved', async () => {
  const book = await customerBook({ today: '2026-03-01', sample: true })
  const rule = ruleOver(book, 'importance', columnId(book, 'customer.grade'))
  expect(await refusals(book, 'importance', rule)).toEqual(['answered', 'answered', 'answered', 'answered'])
})
