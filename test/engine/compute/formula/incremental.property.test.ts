import fc from 'fast-check'
import { expect, test } from 'vitest'
import { makeBook } from '../../support/book.ts'
import { contentOf } from '../../support/contentOf.ts'
import { anyWrite, perform } from '../../support/randomWrites.ts'
import { temporaryBase } from '../../support/temporaryBase.ts'
import { valueOf } from '../../support/valueOf.ts'

/** Own cells, also in conditions, links both ways and on to a third row, other formulas, conditions, picks, failures. */
const onCustomers = [
  ['总额', 'SUM({跟进记录.金额})'],
  ['均额', '{总额} / COUNTLINKS({跟进记录})'],
  ['大单', 'COUNTLINKS({跟进记录}, AND({金额} > 1000, {结果} = "谈判中"))'],
  ['高于均额', 'COUNTLINKS({跟进记录}, AND({金额} > {均额}, {内容} <> {客户名称}))'],
  ['同状态', 'ROLLUP({跟进记录.金额}, "sum", {结果} <> {状态})'],
  ['末次内容', 'LOOKUP(FINDMAX({跟进记录.时间}), {内容})'],
  ['称呼', 'IF({状态} = "已成交", "老客户 ", "新客户 ") & {客户名称}'],
  ['兜底', 'IFERROR({均额}, -1)'],
] as const
const onFollowUps = [
  ['占比', '{金额} / {客户.总额}'],
  ['之前', 'LOOKUP(FINDMAX({客户.跟进记录.时间}, {时间} < {本行.时间}), {内容})'],
  ['更大', 'COUNTLINKS({客户}, COUNTLINKS({跟进记录}, {金额} > {本行.金额}) > 0)'],
  ['同客户', 'SUM({客户.跟进记录.金额}) - {金额}'],
  ['称呼', '{客户.称呼} & "：" & {内容}'],
] as const

test('formulas kept up to date edit by edit equal formulas computed from scratch, and undo brings the old values back', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyWrite, { minLength: 1, maxLength: 12 }), async (writes) => {
      const { engine, path } = temporaryBase()
      const book = await makeBook(engine)
      const add = async (tableId: number, [name, source]: readonly [string, string]) =>
        valueOf(await engine.run('columns.create', { tableId, name, type: 'formula', settings: { source } }))
      for (const formula of onCustomers) await add(book.customers.id, formula)
      for (const formula of onFollowUps) await add(book.followUps.id, formula)
      const states = [contentOf(path)]
      for (const write of writes) {
        const before = valueOf(await engine.run('history.list', { limit: 1 }))[0]?.id
        await perform(engine, book, write)
        // A write that found nothing to do leaves no entry to undo.
        if (valueOf(await engine.run('history.list', { limit: 1 }))[0]?.id !== before) states.push(contentOf(path))
      }
      const incremental = contentOf(path)
      valueOf(await engine.run('base.recompute', {}))
      expect(incremental).toEqual(contentOf(path))
      for (const state of states.slice(0, -1).toReversed()) {
        valueOf(await engine.run('history.undo', {}))
        expect(contentOf(path)).toEqual(state)
      }
      await engine.close()
    }),
    { numRuns: 25 },
  )
})
