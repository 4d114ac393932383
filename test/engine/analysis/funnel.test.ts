import { afterEach, expect, test, vi } from 'vitest'
import { linesOf, shownSections } from '../support/analysisBook.ts'
import { customerBook } from '../support/customerBook.ts'
import { moduleBook } from '../support/moduleBook.ts'
import { temporaryBase } from '../support/temporaryBase.ts'
import { valueOf } from '../support/valueOf.ts'

afterEach(() => void vi.useRealTimers())

/** A book whose day is turned on, for the clock and for the log alike. */
async function bookByDays() {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-01-01T09:00:00') })
  const book = await moduleBook(['opportunities'], { today: '2026-01-01' })
  const on = (day: string): void => {
    book.state.today = day
    vi.setSystemTime(new Date(`${day}T09:00:00`))
  }
  const stage = (code: string): number => book.option('opportunity.stage', code)
  const customer = await book.insert('customer', { 'customer.name': '甲' })
  const deal = (name: string, code: string) =>
    book.insert('opportunity', { 'opportunity.name': name, 'opportunity.stage': stage(code) }, { 'opportunity.customer': [customer] })
  const move = (id: number, code: string) => book.update('opportunity.stage', id, stage(code))
  return { ...book, on, deal, move }
}

/** Four deals: one won step by step, one lost, one that skips a stage late, one that begins far on. */
async function fourDeals() {
  const book = await bookByDays()
  const [won, lost] = [await book.deal('一', 'lead'), await book.deal('二', 'lead')]
  book.on('2026-01-02')
  const late = await book.deal('三', 'lead')
  book.on('2026-01-03')
  await book.deal('四', 'negotiating')
  await book.move(lost, 'contacted')
  book.on('2026-01-05')
  await book.move(won, 'contacted')
  book.on('2026-01-08')
  await book.update('opportunity.lostReason', lost, book.option('opportunity.lostReason', 'price'))
  await book.update('opportunity.amount', lost, 1200.5)
  await book.move(lost, 'lost')
  book.on('2026-01-10')
  await book.move(won, 'quoted')
  book.on('2026-01-20')
  await book.update('opportunity.closedDate', won, '2026-01-20')
  await book.move(won, 'won')
  book.on('2026-02-20')
  await book.move(late, 'quoted')
  return { ...book, won }
}

test('deals by hand: who reached what, within days and at all, how long they stayed, why they were lost', async () => {
  const book = await fourDeals()
  const ask = async (windowDays: number | null) => shownSections(valueOf(await book.engine.run('analysis.funnel', { lang: 'zh-CN', windowDays })))
  const { deals, lost } = await ask(null)
  const lines = linesOf(deals?.table)
  expect(
    lines.map((line) => [line['步骤'], line['走到这一步'], line['比上一步'], line['比第一步'], line['停留天数（中位）'], line['已知天数的个数']]),
  ).toEqual([
    ['初步接洽', 4, null, 1, 4, 3],
    ['需求确认', 4, 1, 1, 5, 2],
    ['方案报价', 3, 0.75, 0.75, 10, 1],
    ['商务谈判', 2, 2 / 3, 0.5, null, 0],
    ['赢单', 1, 0.5, 0.25, null, 0],
  ])
  expect(deals?.sentence).toContain('新来 4 个商机，已赢单 1 个（25%）')
  expect(deals?.sentence).toContain('从「商务谈判」到「赢单」')
  const within = linesOf((await ask(30)).deals?.table)
  expect(within.map((line) => line['走到这一步'])).toEqual([4, 3, 2, 2, 1])
  expect(linesOf(lost?.table)).toEqual([{ 原因: '价格', 输单数: 1, 占比: 1, 金额: 1200.5 }])
})

test('stages of the owner’s, renamed and reordered ones are steps where they stand; one behind the won stage is none, and is named', async () => {
  const book = await fourDeals()
  const column = book.column('opportunity.stage')
  if (column.type !== 'singleSelect') throw new Error('stages are a select')
  const options = column.settings.options.map((option) => (option.code === 'quoted' ? { ...option, name: '出方案' } : option))
  const place = options.findIndex(({ code }) => code === 'quoted')
  const [sample, pause] = [
    { id: 91, name: '送样', color: 'teal' },
    { id: 92, name: '暂停', color: 'gray' },
  ]
  const update = (changed: typeof options) => book.engine.run('columns.update', { columnId: column.id, settings: { options: changed } })
  valueOf(await update([...options.slice(0, place), sample, ...options.slice(place), pause]))
  const sampled = await book.deal('五', 'lead')
  await book.update('opportunity.stage', sampled, sample.id)
  const paused = await book.deal('六', 'quoted')
  await book.update('opportunity.stage', paused, pause.id)
  const ask = async () => valueOf(await book.engine.run('analysis.funnel', { lang: 'zh-CN' }))
  const reached = async () => linesOf(shownSections(await ask()).deals?.table).map((line) => [line['步骤'], line['走到这一步']])
  expect(await reached()).toEqual([
    ['初步接洽', 6],
    ['需求确认', 6],
    ['送样', 5],
    ['出方案', 4],
    ['商务谈判', 2],
    ['赢单', 1],
  ])
  const answer = await ask()
  expect(answer.kind === 'shown' && answer.notes.some((note) => note.includes('「暂停」排在「赢单」后面'))).toBe(true)
  // Put in front for looks, the won stage is the last step all the same.
  const ended = options.filter(({ code }) => code === 'won' || code === 'lost')
  valueOf(await update([...ended, ...options.filter((option) => !ended.includes(option)), sample, pause]))
  expect((await reached()).map(([name]) => name)).toEqual(['初步接洽', '需求确认', '出方案', '商务谈判', '送样', '暂停', '赢单'])
})

test('what was taken back counts as a move back, and a deal counts in the period it began in', async () => {
  const book = await fourDeals()
  valueOf(await book.engine.run('history.undo', {}))
  const answer = valueOf(await book.engine.run('analysis.funnel', { lang: 'zh-CN' }))
  const lines = linesOf(shownSections(answer).deals?.table)
  expect(lines.map((line) => line['走到这一步'])).toEqual([4, 4, 3, 2, 1])
  book.on('2027-06-01')
  const later = valueOf(await book.engine.run('analysis.funnel', { lang: 'zh-CN', period: 'last3Months' }))
  expect(later.kind).toBe('nothing')
})

test('customers of the sample, step by step as read off the rows', async () => {
  const today = '2026-11-22'
  const book = await customerBook({ today, sample: true })
  const { customers, ...others } = shownSections(valueOf(await book.engine.run('analysis.funnel', { lang: 'zh-CN', period: 'all' })))
  expect(Object.keys(others)).toEqual([])
  const talks = await book.rows('followUp', ['followUp.customer', 'followUp.time', 'followUp.topic', 'followUp.result'])
  const orders = await book.rows('order', ['order.customer', 'order.date', 'order.status'])
  const past = talks.filter((row) => String(row.cell('followUp.time')).slice(0, 10) <= today)
  const resultOf = (row: (typeof past)[number]) => book.codeOf('followUp.result', row.cell('followUp.result')) ?? ''
  const namesOf = (rows: typeof past): Set<unknown> => new Set(rows.map((row) => row.cell('followUp.customer')))
  const won = new Set([
    ...namesOf(past.filter((row) => resultOf(row) === 'won')),
    ...orders
      .filter((row) => book.codeOf('order.status', row.cell('order.status')) !== 'cancelled' && String(row.cell('order.date')) <= today)
      .map((row) => row.cell('order.customer')),
  ])
  const isQuote = (row: (typeof past)[number]) =>
    ['quote', 'negotiation', 'contract'].includes(book.codeOf('followUp.topic', row.cell('followUp.topic')) ?? '') || resultOf(row) === 'negotiating'
  const quoted = new Set([...won, ...namesOf(past.filter(isQuote))])
  const contacted = new Set([...quoted, ...namesOf(past.filter((row) => resultOf(row) !== 'noAnswer' && resultOf(row) !== 'invalid'))])
  expect(linesOf(customers?.table).map((line) => line['走到这一步'])).toEqual([60, contacted.size, quoted.size, won.size])
  expect(contacted.size).toBeGreaterThan(won.size)
})

test('a base without deals and without follow-ups says what it needs', async () => {
  const { engine } = temporaryBase()
  const answer = valueOf(await engine.run('analysis.funnel', { lang: 'zh-CN' }))
  expect(answer.kind === 'missing' && answer.text).toContain('「商机」表的阶段')
})
