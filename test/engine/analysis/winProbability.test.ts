import { expect, test } from 'vitest'
import { langs } from '#shared/i18n/lang.ts'
import { linesOf, shownSections } from '../support/analysisBook.ts'
import { moduleBook, type ModuleBook } from '../support/moduleBook.ts'
import { temporaryBase } from '../support/temporaryBase.ts'
import { valueOf } from '../support/valueOf.ts'

const today = '2026-11-22'

type DealOf = { stage: string; source: string | null; amount: number | null }

async function bookOfDeals(deals: readonly DealOf[]): Promise<ModuleBook> {
  const book = await moduleBook(['opportunities'], { today })
  const customer = await book.insert('customer', { 'customer.name': '甲' })
  const cell = (role: 'opportunity.name' | 'opportunity.stage' | 'opportunity.source' | 'opportunity.amount', value: string | number | null) => ({
    columnId: book.column(role).id,
    value,
  })
  const rows = deals.map(({ stage, source, amount }, place) => ({
    cells: [
      cell('opportunity.name', `商机 ${place}`),
      cell('opportunity.stage', book.option('opportunity.stage', stage)),
      cell('opportunity.source', source === null ? null : book.option('opportunity.source', source)),
      cell('opportunity.amount', amount),
    ],
    links: [{ columnId: book.column('opportunity.customer').id, rowIds: [customer] }],
  }))
  valueOf(await book.engine.run('rows.insert', { tableId: book.table('opportunity'), rows }))
  return book
}

const many = (count: number, deal: DealOf): DealOf[] => Array.from({ length: count }, () => deal)

test('with too few won or lost deals it says how many there are and how many are needed', async () => {
  const book = await bookOfDeals([...many(12, { stage: 'won', source: 'web', amount: 1 }), ...many(9, { stage: 'lost', source: 'web', amount: 1 })])
  for (const lang of langs) {
    const answer = valueOf(await book.engine.run('analysis.winProbability', { lang }))
    expect(answer.kind).toBe('nothing')
    expect(answer.kind === 'nothing' && answer.text.match(/\d+/gu)).toEqual(['30', '30', '12', '9'])
  }
})

test('chances by hand: sources and bands of the amount, and what speaks for and against', async () => {
  const book = await bookOfDeals([
    ...many(25, { stage: 'won', source: 'referral', amount: 10_000 }),
    ...many(10, { stage: 'won', source: 'web', amount: 50_000 }),
    ...many(10, { stage: 'lost', source: 'referral', amount: 50_000 }),
    ...many(30, { stage: 'lost', source: 'web', amount: 90_000 }),
    { stage: 'quoted', source: 'referral', amount: 8000 },
    { stage: 'lead', source: 'web', amount: 95_000 },
    { stage: 'lead', source: null, amount: null },
    { stage: 'lead', source: 'phone', amount: null },
  ])
  const { open, fields } = shownSections(valueOf(await book.engine.run('analysis.winProbability', { lang: 'zh-CN' })))
  const lines = linesOf(open?.table)
  // 35 won, 40 lost; Laplace's rule over two sources and three bands: 75 amounts, a third of them each.
  const odds = (...parts: readonly (readonly [number, number])[]) => parts.reduce((product, [won, lost]) => product * (won / lost), 35 / 40)
  const chance = (value: number) => value / (1 + value)
  const likely = chance(odds([26 / 37, 11 / 42], [26 / 38, 1 / 43]))
  const unlikely = chance(odds([11 / 37, 31 / 42], [1 / 38, 31 / 43]))
  expect(lines.map((line) => line['商机'])).toEqual(['商机 75', '商机 77', '商机 78', '商机 76'])
  expect(lines[0]?.['赢单概率']).toBeCloseTo(likely, 9)
  expect(lines[3]?.['赢单概率']).toBeCloseTo(unlikely, 9)
  expect(lines[1]?.['赢单概率']).toBeCloseTo(35 / 75, 9)
  expect(lines[2]?.['赢单概率']).toBeCloseTo(35 / 75, 9)
  expect(lines[0]?.['加分']).toContain('商机来源：转介绍')
  expect(lines[0]?.['减分']).toBe('')
  expect(lines[3]?.['减分']).toContain('商机来源：网络')
  expect(lines[1]?.['加分']).toBe('')
  const web = linesOf(fields?.table).find((line) => line['值'] === '网络')
  expect(web).toMatchObject({ 赢单: 10, 输单: 30, 赢单率: 0.25 })
  expect(web?.['胜算倍数']).toBeCloseTo(11 / 37 / (31 / 42), 9)
  expect(open?.sentence).toContain('4 个进行中的商机，其中 1 个赢单的机会过半；以往平均赢单率 47%')
})

test('nothing open, nothing to tell apart, and no stages are said', async () => {
  const book = await bookOfDeals([
    ...many(30, { stage: 'won', source: null, amount: null }),
    ...many(30, { stage: 'lost', source: null, amount: null }),
  ])
  const { open, fields } = shownSections(valueOf(await book.engine.run('analysis.winProbability', { lang: 'zh-CN' })))
  expect(open?.emptyText).toContain('没有进行中的商机')
  expect(fields?.emptyText).not.toBeNull()
  const { engine } = temporaryBase()
  expect(valueOf(await engine.run('analysis.winProbability', { lang: 'zh-CN' })).kind).toBe('missing')
})
