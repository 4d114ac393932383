import fc from 'fast-check'
import { expect, test } from 'vitest'
import { groupMeansOf } from '#main/engine/analysis/figures/groupMeansFigures.ts'
import { preferencesOf } from '#main/engine/analysis/figures/preferenceFigures.ts'
import { relationOf } from '#main/engine/analysis/figures/relationFigures.ts'
import { oneWayAnova } from '#main/engine/models/lib/anova.ts'
import { leastSquaresLine } from '#main/engine/models/lib/correlation.ts'
import { tQuantile } from '#main/engine/models/lib/tQuantile.ts'
import { langs } from '#shared/i18n/lang.ts'
import { readAddress } from '#shared/model/address.ts'
import { linesOf, shownSections } from '../support/analysisBook.ts'
import { valueOf } from '../support/valueOf.ts'
import { customerBook } from '../support/customerBook.ts'
import { temporaryBase } from '../support/temporaryBase.ts'

const today = '2026-11-22'

test('a line through orders and amounts is the one of the model, over all customers that have both', async () => {
  const book = await customerBook({ today, sample: true })
  const [x, y] = [book.column('customer.orderCount'), book.column('customer.amountAll')]
  const { relation } = shownSections(valueOf(await book.engine.run('analysis.relation', { lang: 'zh-CN', xColumnId: x.id, yColumnId: y.id })))
  const rows = await book.rows('customer', ['customer.orderCount', 'customer.amountAll'])
  const pairs = rows.flatMap((row) => {
    const [left, right] = [row.cell('customer.orderCount'), row.cell('customer.amountAll')]
    return typeof left === 'number' && typeof right === 'number' ? [[left, right] as const] : []
  })
  const [lefts, rights] = [pairs.map(([left]) => left), pairs.map(([, right]) => right)]
  const line = leastSquaresLine(lefts, rights)
  if (!line.ok) throw new Error(line.failure)
  const values = linesOf(relation?.table).map((each) => each['数值'])
  expect(values.slice(0, 3)).toEqual([pairs.length, line.value.correlation, line.value.rSquared])
  const chart = relation?.chart
  if (chart?.kind !== 'scatter') throw new Error('no scatter')
  expect(chart.points).toEqual(pairs)
  const [from, to] = chart.line ?? [
    [0, 0],
    [0, 0],
  ]
  expect([from[0], to[0]]).toEqual([Math.min(...lefts), Math.max(...lefts)])
  expect((to[1] - from[1]) / (to[0] - from[0])).toBeCloseTo(line.value.slope, 6)
  expect(chart.y.unit).toBe('currency')
  expect(relation?.sentence).toContain('「订单数」每多 1，「累计金额」平均多 ￥')
})

test('both languages say of each problem why there is nothing to see', async () => {
  const book = await customerBook({ today })
  const [x, y] = [book.column('customer.orderCount'), book.column('customer.amountAll')]
  for (const lang of langs) {
    const answer = valueOf(await book.engine.run('analysis.relation', { lang, xColumnId: x.id, yColumnId: y.id }))
    expect(answer.kind).toBe('nothing')
    const means = { lang, valueColumnId: y.id, groupColumnId: book.column('customer.source').id }
    expect(valueOf(await book.engine.run('analysis.groupMeans', means)).kind).toBe('nothing')
    const fond = { lang, groupColumnId: book.column('customer.grade').id, groupIds: [1], byColumnId: book.column('customer.address').id }
    expect(valueOf(await book.engine.run('analysis.preferences', fond)).kind).toBe('nothing')
  }
})

test('degenerate numbers give a problem and never a number that is none', () => {
  const problemOf = (...given: Parameters<typeof relationOf>) => {
    const { answer } = relationOf(...given)
    return 'problem' in answer ? answer.problem : null
  }
  const lineOf = (...given: Parameters<typeof relationOf>) => {
    const { answer } = relationOf(...given)
    return 'line' in answer ? answer.line : null
  }
  expect(relationOf([], [], 3)).toEqual({ count: 0, leftOut: 3, points: [], range: null, answer: { problem: 'tooFewValues' } })
  expect(problemOf([1], [2], 1)).toBe('tooFewValues')
  expect(problemOf([4, 4, 4], [1, 2, 3], 3)).toBe('valuesAllEqual')
  expect(lineOf([1, 2, 3], [5, 5, 5], 3)).toMatchObject({ slope: 0, correlation: null, rSquared: null, pValue: 1 })
  expect(lineOf([1, 2], [5, 9], 2)).toMatchObject({ slope: 4, pValue: null })
  expect(problemOf([1.7e308, 1.7e308, 3], [1, 2, 3], 3)).toBe('valuesTooLarge')
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.double({ noNaN: true }), fc.double({ noNaN: true })), { maxLength: 6 }), (pairs) => {
      const line = lineOf(
        pairs.map(([left]) => left),
        pairs.map(([, right]) => right),
        pairs.length,
      )
      for (const number of Object.values(line ?? {})) expect(number).not.toBeNaN()
    }),
  )
})

test('points of a large table are thinned evenly, and the line is not', () => {
  const x = Array.from({ length: 10_000 }, (_, index) => index)
  const found = relationOf(
    x,
    x.map((value) => 2 * value + 1),
    x.length,
  )
  expect(found.points).toHaveLength(1500)
  expect(found.points[0]).toEqual([0, 1])
  expect(found.points.at(-1)?.[0]).toBeGreaterThan(9900)
  expect(found.answer).toMatchObject({ line: { slope: 2, intercept: 1, pValue: 0 } })
})

test('t quantiles are those of the tables', () => {
  expect(tQuantile(0.975, 1)).toBeCloseTo(12.706, 3)
  expect(tQuantile(0.975, 4)).toBeCloseTo(2.776, 3)
  expect(tQuantile(0.975, 30)).toBeCloseTo(2.042, 3)
  expect(tQuantile(0.975, 1e6)).toBeCloseTo(1.96, 3)
})

test('amounts by source: means by hand, and the p of the model', async () => {
  const book = await customerBook({ today, sample: true })
  const [value, group] = [book.column('customer.amountAll'), book.column('customer.source')]
  const { means, anova } = shownSections(
    valueOf(await book.engine.run('analysis.groupMeans', { lang: 'zh-CN', valueColumnId: value.id, groupColumnId: group.id })),
  )
  const names = new Map(book.options('customer.source').map(({ id, name }) => [id, name]))
  const byGroup = new Map<string, number[]>()
  for (const row of await book.rows('customer', ['customer.amountAll', 'customer.source'])) {
    const [key, number] = [names.get(Number(row.cell('customer.source'))), row.cell('customer.amountAll')]
    if (key !== undefined && typeof number === 'number') byGroup.set(key, [...(byGroup.get(key) ?? []), number])
  }
  const lines = linesOf(means?.table)
  expect(new Map(lines.map((line) => [line[group.name], line['行数']]))).toEqual(new Map([...byGroup].map(([key, values]) => [key, values.length])))
  for (const line of lines) {
    const values = byGroup.get(String(line[group.name])) ?? []
    expect(line['平均']).toBeCloseTo(values.reduce((sum, each) => sum + each, 0) / values.length, 6)
  }
  const order = [...names.values()].filter((name) => byGroup.has(name))
  expect(lines.map((line) => line[group.name])).toEqual(order)
  const found = oneWayAnova([...byGroup.values()])
  if (!found.ok) throw new Error(found.failure)
  const { between, within, f, pValue, etaSquared } = found.value
  // Members of a group come in another order here, which moves the last digits.
  const near = (value: number): unknown => expect.closeTo(value, value > 1e6 ? 0 : 9)
  expect(anova?.table?.rows).toEqual([
    ['组间', near(between.sumOfSquares), between.freedom, near(between.meanSquare), near(f), near(pValue), near(etaSquared)],
    ['组内', near(within.sumOfSquares), within.freedom, near(within.meanSquare), null, null, near(1 - etaSquared)],
    ['合计', near(between.sumOfSquares + within.sumOfSquares), between.freedom + within.freedom, null, null, null, 1],
  ])
  const said = found.value.pValue < 0.05 ? '不像偶然' : '可能只是偶然'
  expect(means?.sentence).toContain(said)
  expect(means?.sentence).toContain(found.value.pValue < 0.001 ? 'p < 0.001' : `p = ${found.value.pValue.toFixed(3)}`)
})

test('means: an interval by hand; one group, one row and equal values are said', () => {
  const { groups } = groupMeansOf(
    [
      [1, [2, 4, 6]],
      [2, [5]],
    ],
    4,
  )
  expect(groups[0]).toMatchObject({ mean: 4, deviation: 2 })
  expect(groups[0]?.interval?.to).toBeCloseTo(4 + (4.30265 * 2) / Math.sqrt(3), 4)
  expect(groups[1]).toMatchObject({ mean: 5, interval: null })
  const answerOf = (...given: Parameters<typeof groupMeansOf>) => groupMeansOf(...given).answer
  expect(answerOf([[1, [2, 4, 6]]], 3)).toEqual({ problem: 'nothingToCompare' })
  expect(groupMeansOf([], 0)).toEqual({ groups: [], count: 0, leftOut: 0, answer: { problem: 'nothingToCompare' } })
  expect(
    answerOf(
      [
        [1, [2]],
        [2, [3]],
      ],
      2,
    ),
  ).toEqual({ problem: 'tooFewValues' })
  expect(
    answerOf(
      [
        [1, [2, 2]],
        [2, [2, 2]],
      ],
      4,
    ),
  ).toEqual({ problem: 'valuesAllEqual' })
  expect(
    answerOf(
      [
        [1, [1e308, -1e308]],
        [2, [2, 2]],
      ],
      4,
    ),
  ).toEqual({ problem: 'valuesTooLarge' })
})

test('an interval that would reach below what no value lies below begins there, and says so', () => {
  const intervalsOf = (...values: number[][]) =>
    groupMeansOf(
      values.map((each, key) => [key, each] as const),
      values.flat().length,
    ).groups.map(({ interval }) => interval)
  const [few, many] = intervalsOf([1, 2, 30], [9, 10, 11])
  expect(few).toMatchObject({ from: 0, isCut: true })
  expect(few?.to).toBeCloseTo(11 + 40.89407, 3)
  expect(many).toMatchObject({ isCut: false })
  expect(intervalsOf([1, 2, 30], [-9, 10, 11])[0]?.from).toBeCloseTo(11 - 40.89407, 3)
})

test('what customers of a grade have more often: by hand over cities and over sources', async () => {
  const book = await customerBook({ today, sample: true })
  const group = book.column('customer.grade')
  const wanted = book.option('customer.grade', 's')
  const sources = new Map(book.options('customer.source').map(({ id, name }) => [id, name]))
  for (const role of ['customer.source', 'customer.address'] as const) {
    const by = book.column(role)
    const input = { lang: 'zh-CN' as const, groupColumnId: group.id, groupIds: [wanted], byColumnId: by.id }
    const { preferences } = shownSections(valueOf(await book.engine.run('analysis.preferences', input)))
    const filled = (await book.rows('customer', ['customer.grade', role]))
      .map((row) => ({
        isIn: row.cell('customer.grade') === wanted,
        key: (role === 'customer.address' ? readAddress(row.cell(role))?.city : sources.get(Number(row.cell(role)))) ?? '',
      }))
      .filter(({ key }) => key !== '')
    const lines = linesOf(preferences?.table)
    expect(lines.length).toBe(new Set(filled.map(({ key }) => key)).size)
    const inGroup = filled.filter(({ isIn }) => isIn).length
    for (const line of lines) {
      const here = filled.filter((row) => row.key === line[by.name])
      const own = here.filter(({ isIn }) => isIn).length
      expect([line['全体'], line['这一群'], line['占这一群'], line['占全体']]).toEqual([here.length, own, own / inGroup, here.length / filled.length])
      expect(line['TGI']).toBeCloseTo((own / inGroup / (here.length / filled.length)) * 100, 9)
    }
  }
})

test('a row with several options counts in each, and once in the whole', async () => {
  const { engine } = temporaryBase()
  const { id: tableId } = valueOf(await engine.run('tables.create', { name: '客户' }))
  const options = ['甲', '乙'].map((name, index) => ({ id: index + 1, name, color: 'blue' }))
  const group = valueOf(await engine.run('columns.create', { tableId, name: '类', type: 'singleSelect', settings: { options } }))
  const tags = valueOf(await engine.run('columns.create', { tableId, name: '标签', type: 'multipleSelect', settings: { options } }))
  const row = (kind: number | null, tag: string | null) => ({
    cells: [
      { columnId: group.id, value: kind },
      { columnId: tags.id, value: tag },
    ],
  })
  valueOf(await engine.run('rows.insert', { tableId, rows: [row(1, '[1,2]'), row(1, '[1]'), row(2, '[2]'), row(null, null)] }))
  const found = valueOf(await engine.run('analysis.preferences', { lang: 'zh-CN', groupColumnId: group.id, groupIds: [1], byColumnId: tags.id }))
  const lines = linesOf(shownSections(found)['preferences']?.table)
  expect(lines.map((line) => [line['标签'], line['全体'], line['这一群'], line['占全体'], line['备注']])).toEqual([
    ['甲', 2, 2, 2 / 3, '样本少，仅供参考'],
    ['乙', 2, 1, 2 / 3, '样本少，仅供参考'],
  ])
  expect(found.kind === 'shown' && found.notes[0]).toBe('1 行没有填「标签」，没有算进去。')
})

test('an empty group, an empty table and a strong preference', () => {
  expect(preferencesOf([{ key: 1, all: 5, inGroup: 0 }], { all: 5, inGroup: 0 }, 0).values).toEqual([])
  expect(preferencesOf([], { all: 0, inGroup: 0 }, 2)).toEqual({ all: 0, inGroup: 0, leftOut: 2, values: [] })
  const { values } = preferencesOf(
    [
      { key: 'a', all: 100, inGroup: 40 },
      { key: 'b', all: 100, inGroup: 10 },
      { key: 'c', all: 2, inGroup: 2 },
    ],
    { all: 202, inGroup: 52 },
    0,
  )
  expect(values.map(({ key, isSmall }) => [key, isSmall])).toEqual([
    ['a', false],
    ['b', false],
    ['c', true],
  ])
})

test('a column of the wrong kind is refused by name', async () => {
  const book = await customerBook({ today })
  const name = book.column('customer.name')
  const answer = await book.engine.run('analysis.groupMeans', {
    lang: 'en',
    valueColumnId: book.column('customer.amountAll').id,
    groupColumnId: name.id,
  })
  expect(answer).toMatchObject({ ok: false, failure: { code: 'column.invalid' } })
})
