import { expect, test } from 'vitest'
import type { ColumnRole } from '#shared/model/roles.ts'
import { containing } from '../../support/containing.ts'
import { contentOf } from '../support/contentOf.ts'
import { customerBook, type CustomerBook } from '../support/customerBook.ts'
import { valueOf } from '../support/valueOf.ts'

const today = '2026-11-22'

async function toText(book: CustomerBook, role: ColumnRole): Promise<void> {
  valueOf(await book.engine.run('columns.convert', { columnId: book.column(role).id, to: { type: 'text' }, onLoss: 'empty' }))
}

test('a link that was converted to text is missing: analyses, report and effect say so', async () => {
  const book = await customerBook({ today, sample: true })
  await toText(book, 'order.customer')
  const lang = 'zh-CN'
  const answers = [
    valueOf(await book.engine.run('analysis.rfm', { lang })),
    valueOf(await book.engine.run('analysis.cohorts', { lang })),
    valueOf(await book.engine.run('analysis.customerValue', { lang })),
    valueOf(await book.engine.run('analysis.concentration', { lang })),
    valueOf(await book.engine.run('analysis.forecast', { lang })),
  ]
  for (const answer of answers) expect(answer).toMatchObject({ kind: 'missing', text: containing('客户') })
  const report = await book.engine.run('report.build', { lang, from: '2026-01-01', to: today })
  expect(report.ok).toBe(true)
  const scheme = book.scheme('grade')
  const [option] = book.options('customer.grade')
  const effect = await book.engine.run('classes.effect', { schemeId: scheme.id, optionId: option?.id ?? 0, day: '2026-10-01', days: 30 })
  expect(effect.ok ? null : effect.failure.code).not.toBe('internal')
  await book.engine.close()
})

test('tasks whose customers were converted are refused before anything is written', async () => {
  const book = await customerBook({ today, sample: true })
  const { id: schemeId } = book.scheme('grade')
  valueOf(await book.engine.run('tasks.generate', { schemeId, lang: 'zh-CN' }))
  valueOf(await book.engine.run('history.undo', {}))
  valueOf(await book.engine.run('tasks.generate', { schemeId, lang: 'zh-CN' }))
  const { columns } = valueOf(await book.engine.run('base.describe', {}))
  const due = columns.find(({ role }) => role === 'task.title')
  valueOf(await book.engine.run('columns.convert', { columnId: due?.id ?? 0, to: { type: 'number' }, onLoss: 'empty' }))
  const link = columns.find(({ role }) => role === 'task.customer')
  valueOf(await book.engine.run('columns.convert', { columnId: link?.id ?? 0, to: { type: 'text' }, onLoss: 'empty' }))
  const before = contentOf(book.path)
  expect((await book.engine.run('tasks.generate', { schemeId, lang: 'zh-CN' })).ok).toBe(false)
  expect(contentOf(book.path)).toEqual(before)
  await book.engine.close()
})
