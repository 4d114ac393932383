import { expect, test } from 'vitest'
import { columnTexts } from '#renderer/words/cellText.ts'
import { drawnSections } from '#renderer/features/report/drawn.ts'
import { periodKeys, periodOf } from '#renderer/features/report/periods.ts'
import type { ReportSection } from '#shared/contract/report.ts'

test('periods end today, or where they ended', () => {
  expect(Object.fromEntries(periodKeys.map((key) => [key, periodOf(key, '2026-02-15')]))).toEqual({
    last12Months: { from: null, to: null },
    thisYear: { from: '2026-01-01', to: '2026-02-15' },
    lastYear: { from: '2025-01-01', to: '2025-12-31' },
    thisQuarter: { from: '2026-01-01', to: '2026-02-15' },
    lastQuarter: { from: '2025-10-01', to: '2025-12-31' },
    thisMonth: { from: '2026-02-01', to: '2026-02-15' },
    lastMonth: { from: '2026-01-01', to: '2026-01-31' },
  })
})

test('an amount with cents gives the whole column cents', () => {
  expect(columnTexts([1_284_300.5, 300, null], { format: 'currency' }, 'zh-CN')).toEqual(['￥1,284,300.50', '￥300.00', ''])
  expect(columnTexts([1_284_300, 300], { format: 'currency' }, 'en')).toEqual(['¥1,284,300', '¥300'])
  expect(columnTexts([35, 1_221_961.6, 0.9], { format: 'number' }, 'zh-CN')).toEqual(['35', '1,221,961.60', '0.9'])
  expect(columnTexts([1_284_300.5, -0.2], { format: 'currency', digits: 'whole' }, 'zh-CN')).toEqual(['￥1,284,301', '￥0'])
  expect(columnTexts([4.41353, 35, 0.000012345], { format: 'number', digits: 'fine' }, 'en')).toEqual(['4.4135', '35', '0.0000123'])
  expect(columnTexts([0.4936, 1, 0.004], { format: 'percent' }, 'en')).toEqual(['49%', '100%', '0.4%'])
  expect(columnTexts(['2026-11-22', null], { format: 'date' }, 'en')).toEqual(['2026-11-22', ''])
})

test('paper waits for charts that have something to show, and for no others', () => {
  const section = (key: string, chart: ReportSection['chart']): ReportSection => ({
    key,
    title: key,
    sentence: '',
    chart,
    table: null,
    emptyText: null,
  })
  const points = [{ rowShare: 1, valueShare: 1 }]
  expect(
    drawnSections({
      title: '',
      baseName: '',
      period: '',
      generatedAt: '',
      lang: 'en',
      sections: [
        section('none', null),
        section('curve', { kind: 'cumulativeShare', points }),
        section('empty', { kind: 'cumulativeShare', points: [] }),
      ],
    }),
  ).toEqual(['curve'])
})
