import { expect, test } from 'vitest'
import { sampleBook } from '#main/engine/template/sample/sampleBook.ts'
import { sampleWords } from '#main/engine/template/sample/words.ts'
import { templateText } from '#main/engine/template/templateTexts.ts'
import { langs } from '#shared/i18n/lang.ts'

test.each(langs)('the sample holds 60 customers, 200 follow-ups, 120 orders and 4 members (%s)', (lang) => {
  const { members, rows } = sampleBook('2026-11-22', lang)
  expect([members.length, rows.customer.length, rows.followUp.length, rows.order.length]).toEqual([4, 60, 200, 120])
  expect(rows.contact.length).toBeGreaterThanOrEqual(60)
})

test('the same day gives the same sample', () => {
  expect(sampleBook('2026-11-22', 'zh-CN')).toEqual(sampleBook('2026-11-22', 'zh-CN'))
})

test('customer names are all different, in both languages', () => {
  for (const lang of langs) {
    const names = sampleBook('2026-11-22', lang).rows.customer.map((row) => row.cells['customer.name'])
    expect(new Set(names).size).toBe(60)
  }
})

test.each(langs)('four of the lost customers said why they left, each another reason of the scheme (%s)', (lang) => {
  const reasons = (['leftForQuality', 'leftForService', 'leftForPrice', 'competitor', 'leftForNoNeed'] as const).map(
    (name) => new RegExp(templateText(lang, `words.${name}`).replace('(?i)', ''), 'iu'),
  )
  const said = sampleWords(lang).partings.map((text) => reasons.flatMap((words, place) => (words.test(text) ? [place] : [])))
  expect(said).toEqual([[0], [2], [1], [4]])
})

test('no text is left with a gap to fill', () => {
  for (const lang of langs) expect(JSON.stringify(sampleBook('2026-11-22', lang))).not.toMatch(/\{(?:contact|product)\}/u)
})

test.each(['2024-02-29', '2026-01-01', '2026-11-21', '2026-11-23', '2027-12-31'])('nobody was spoken to, and nothing sold, after %s', (today) => {
  const { rows } = sampleBook(today, 'en')
  for (const row of rows.followUp) expect(row.at < today).toBe(true)
  for (const row of rows.order) expect(row.at.slice(0, 10) <= today).toBe(true)
})
