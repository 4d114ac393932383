import { expect, test } from 'vitest'
import type { Option } from '#shared/model/option.ts'
import { contentOf } from '../support/contentOf.ts'
import { customerBook, type CustomerBook } from '../support/customerBook.ts'
import { valueOf } from '../support/valueOf.ts'

const today = '2026-03-01'
const optionsNow = async (book: CustomerBook, columnId: number): Promise<readonly Option[]> => {
  const column = valueOf(await book.engine.run('base.describe', {})).columns.find(({ id }) => id === columnId)
  return column?.type === 'singleSelect' ? column.settings.options : []
}

test('classes are added, renamed, put in order and taken away with the rule, in one change', async () => {
  const book = await customerBook({ today, sample: true })
  const scheme = book.scheme('urgency')
  if (scheme.rule.kind !== 'bands') throw new Error('no bands')
  const before = contentOf(book.path)
  const options = await optionsNow(book, scheme.targetColumnId)
  const [urgent] = options
  const slow = book.option('customer.urgency', 'slow')
  if (urgent === undefined) throw new Error('no option')
  const added = { id: 99, name: '马上', color: 'red' }
  const changed = [added, { ...urgent, name: '很急', color: 'gray' }, ...options.slice(1).filter(({ id }) => id !== slow)]
  const [first, ...others] = scheme.rule.bands
  const bands = [{ from: null, optionId: 99 }, { from: 3, optionId: first?.optionId ?? 0 }, ...others.filter(({ optionId }) => optionId !== slow)]
  const draft = { ...scheme, rule: { ...scheme.rule, bands }, fallbackOptionId: null, options: changed }
  const preview = valueOf(await book.engine.run('schemes.preview', draft))
  valueOf(await book.engine.run('schemes.update', { schemeId: scheme.id, rule: draft.rule, fallbackOptionId: null, options: changed }))
  expect(await optionsNow(book, scheme.targetColumnId)).toEqual(changed)
  const counts = valueOf(await book.engine.run('classes.counts', { schemeId: scheme.id }))
  for (const { optionId, count } of preview.counts) expect(counts).toContainEqual({ optionId, count, inScope: count })
  expect(counts.find(({ optionId }) => optionId === 99)?.count).toBeGreaterThan(0)
  valueOf(await book.engine.run('history.undo', {}))
  expect(contentOf(book.path)).toEqual(before)
})

test('a class that the rule gives out stays', async () => {
  const book = await customerBook({ today })
  const scheme = book.scheme('grade')
  const options = (await optionsNow(book, scheme.targetColumnId)).slice(1)
  const answer = await book.engine.run('schemes.update', { schemeId: scheme.id, options: [...options] })
  expect(answer.ok).toBe(false)
  expect(await optionsNow(book, scheme.targetColumnId)).toHaveLength(options.length + 1)
})
