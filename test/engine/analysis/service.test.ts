import { expect, test } from 'vitest'
import { netPromoterScore, satisfactionScore } from '#main/engine/models/service/satisfaction.ts'
import { timesOf } from '#main/engine/analysis/figures/ticketTimes.ts'
import { langs } from '#shared/i18n/lang.ts'
import { linesOf, shownSections } from '../support/analysisBook.ts'
import { moduleBook } from '../support/moduleBook.ts'
import { temporaryBase } from '../support/temporaryBase.ts'
import { valueOf } from '../support/valueOf.ts'

const today = '2026-11-22'

type SurveyOf = { day: string; nps?: number; ratings?: readonly [product: number, attitude: number, delivery: number]; opinion?: string }

async function bookOfSurveys(surveys: readonly SurveyOf[]) {
  const book = await moduleBook(['surveys'], { today })
  const customer = await book.insert('customer', { 'customer.name': '甲' })
  for (const { day, nps, ratings, opinion } of surveys) {
    const [product, attitude, delivery] = ratings ?? [null, null, null]
    const cells = {
      'survey.date': day,
      'survey.nps': nps ?? null,
      'survey.opinion': opinion ?? null,
      'survey.product': product,
      'survey.attitude': attitude,
      'survey.delivery': delivery,
    }
    await book.insert('survey', cells, { 'survey.customer': [customer] })
  }
  return book
}

test('NPS by month, ratings by dimension, and the lowest with what they said, by hand', async () => {
  const scores = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]
  const book = await bookOfSurveys([
    ...scores.map((nps): SurveyOf => ({ day: '2026-09-15', nps })),
    { day: '2026-10-02', nps: 10, ratings: [5, 4, 1], opinion: '送货太慢' },
    { day: '2026-10-03', ratings: [4, 4, 3] },
    { day: '2025-01-01', nps: 0 },
    { day: '2026-12-01', nps: 0 },
  ])
  const { nps, csat, lowest } = shownSections(valueOf(await book.engine.run('analysis.satisfaction', { lang: 'zh-CN' })))
  const months = linesOf(nps?.table)
  expect(months.map((line) => [line['月份'], line['份数']])).toEqual([
    ['2026年9月', 11],
    ['2026年10月', 1],
  ])
  expect(months[0]?.['NPS']).toBeCloseTo(-45.45454545, 8)
  expect(months[1]).toMatchObject({ NPS: 100, 备注: '样本少，仅供参考' })
  expect(nps?.sentence).toContain(`NPS −${Math.round(-(netPromoterScore([...scores, 10]) ?? 0))}（12 份）：推荐者 3 位，中立者 2 位，批评者 7 位`)
  const dimensions = linesOf(csat?.table)
  expect(dimensions.map((line) => [line['方面'], line['满意（CSAT）'], line['平均星级'], line['份数'], line['1–2 星']])).toEqual([
    ['产品质量', 1, 4.5, 2, 0],
    ['服务态度', 1, 4, 2, 0],
    ['交付时间', 0, 2, 2, 1],
    ['合计', (satisfactionScore([5, 4, 1, 4, 4, 3]) ?? 0) / 100, 3.5, 6, 1],
  ])
  expect(csat?.sentence).toContain('最弱的是「交付时间」')
  expect(csat?.warning).not.toBeNull()
  const low = linesOf(lowest?.table)
  expect(low).toHaveLength(8)
  expect(low[0]).toMatchObject({ 推荐分: 0, 客户: '甲' })
  expect(low.find((line) => line['推荐分'] === 10)).toMatchObject({ 交付时间: 1, 意见和建议: '送货太慢' })
})

test('surveys without scores, without ratings, none at all, and no table', async () => {
  const bare = await bookOfSurveys([{ day: '2026-10-01', opinion: '很好' }])
  const { nps, csat, lowest } = shownSections(valueOf(await bare.engine.run('analysis.satisfaction', { lang: 'zh-CN' })))
  for (const section of [nps, csat, lowest]) expect(section?.emptyText).toBeTruthy()
  for (const lang of langs) {
    const answer = valueOf(await bare.engine.run('analysis.satisfaction', { lang, period: 'lastYear' }))
    expect(answer.kind).toBe('nothing')
  }
  const { engine } = temporaryBase()
  expect(valueOf(await engine.run('analysis.satisfaction', { lang: 'en' })).kind).toBe('missing')
  expect(valueOf(await engine.run('analysis.tickets', { lang: 'en' })).kind).toBe('missing')
})

type TicketOf = { kind: string; cause: string | null; reply?: string; solved?: string }

async function bookOfTickets(tickets: readonly TicketOf[]) {
  const book = await moduleBook(['tickets'], { today })
  const customer = await book.insert('customer', { 'customer.name': '甲' })
  for (const { kind, cause, reply, solved } of tickets) {
    const cells = {
      'ticket.kind': book.option('ticket.kind', kind),
      'ticket.cause': cause === null ? null : book.option('ticket.cause', cause),
      'ticket.openedTime': '2026-10-01T09:00',
      'ticket.firstReplyTime': reply ?? null,
      'ticket.solvedTime': solved ?? null,
    }
    await book.insert('ticket', cells, { 'ticket.customer': [customer] })
  }
  return book
}

test('times of tickets by hand: open ones and those that end before they begin are in no time', async () => {
  const book = await bookOfTickets([
    { kind: 'complaint', cause: 'quality', reply: '2026-10-01T09:30', solved: '2026-10-01T13:00' },
    { kind: 'complaint', cause: 'quality', reply: '2026-10-01T10:30', solved: '2026-10-03T09:00' },
    { kind: 'complaint', cause: 'price', reply: '2026-10-01T11:00' },
    { kind: 'feedback', cause: null, reply: '2026-09-30T09:00', solved: '2026-10-01T09:00' },
  ])
  const answer = valueOf(await book.engine.run('analysis.tickets', { lang: 'zh-CN' }))
  const { kinds, causes } = shownSections(answer)
  const [complaint, feedback] = linesOf(kinds?.table)
  expect(complaint?.['工单数']).toBe(3)
  expect(complaint?.['首次回复（小时，中位）']).toBeCloseTo(1.5, 6)
  expect(complaint?.['解决（小时，中位）']).toBeCloseTo(26, 6)
  expect(complaint?.['解决（小时，九成）']).toBeCloseTo(4 + 0.9 * 44, 6)
  expect(complaint?.['已解决']).toBe(2)
  expect(feedback).toMatchObject({ '首次回复（小时，中位）': null, '解决（小时，中位）': 0 })
  expect(answer.kind === 'shown' && answer.notes.some((note) => note.includes('1 张工单的回复或解决早于提出'))).toBe(true)
  expect(linesOf(causes?.table).map((line) => [line['原因'], line['工单数']])).toEqual([
    ['产品质量', 2],
    ['价格', 1],
    ['没填', 1],
  ])
  expect(causes?.sentence).toContain('最多的原因是「产品质量」：2 张，占 50%')
})

test('no ticket has no times', () => {
  expect(timesOf([])).toEqual({ count: 0, median: null, ninth: null })
  expect(timesOf([null, 3])).toEqual({ count: 1, median: 3, ninth: 3 })
})
