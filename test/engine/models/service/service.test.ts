import fc from 'fast-check'
import { expect, test } from 'vitest'
import { netPromoterScore, netPromoterScoreOf, satisfactionScore } from '#main/engine/models/service/satisfaction.ts'
import { leastDeals, winCheck, winEvidence, winModel, winProbability } from '#main/engine/models/service/winProbability.ts'

test('V40: net promoter scores', () => {
  expect(netPromoterScore([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10])).toBeCloseTo(-45.45454545, 8)
  expect(netPromoterScoreOf({ promoters: 100, passives: 30, detractors: 80 })).toBeCloseTo(9.52380952, 8)
  expect(netPromoterScore([null, 10, 11, -1])).toBe(100)
  expect(netPromoterScore([null])).toBeNull()
})

test('satisfaction: fours and fives of all answers; none is no score', () => {
  expect(satisfactionScore([5, 4, 3, 1, null, 9])).toBe(50)
  expect(satisfactionScore([])).toBeNull()
})

test('win probability: by hand for one field, null for few deals, unseen values say nothing', () => {
  const deals = [
    ...Array.from({ length: 30 }, (_, index) => ({ won: true, fields: { source: index < 20 ? '转介绍' : '展会' } })),
    ...Array.from({ length: 60 }, (_, index) => ({ won: false, fields: { source: index < 10 ? '转介绍' : '展会' } })),
  ]
  const model = winModel(deals)
  const odds = (30 / 60) * (21 / 32 / (11 / 62))
  expect(winProbability(model, { source: '转介绍' })).toBeCloseTo(odds / (1 + odds), 12)
  expect(winProbability(model, { source: '广告' })).toBeCloseTo(1 / 3, 12)
  expect(winProbability(model, {})).toBeCloseTo(1 / 3, 12)
  expect(winProbability(winModel(deals.slice(0, 50)), {})).toBeNull()
  const said = winEvidence(model, { source: '转介绍', owner: 3 })
  expect(said).toHaveLength(1)
  expect(said[0]?.weight).toBeCloseTo(Math.log(21 / 32 / (11 / 62)), 12)
})

test('the check judges each deal as a model that was made without it', () => {
  const deal = fc.record({ won: fc.boolean(), a: fc.integer({ min: 0, max: 3 }), b: fc.option(fc.integer({ min: 0, max: 2 })) })
  fc.assert(
    fc.property(fc.array(deal, { minLength: 70, maxLength: 90 }), (rows) => {
      const deals = rows.map(({ won, a, b }) => ({ won, fields: { a, ...(b === null ? {} : { b }) } }))
      const model = winModel(deals)
      fc.pre(model.won > leastDeals && model.lost > leastDeals)
      const right = deals.filter((each, place) => (winProbability(winModel(deals.toSpliced(place, 1)), each.fields) ?? 0) >= 0.5 === each.won)
      const check = winCheck(model, deals)
      // Where the odds are exactly even, the order of the sum decides.
      expect(Math.abs((check?.right ?? 0) - right.length / deals.length)).toBeLessThanOrEqual(1.5 / deals.length)
      expect(check?.plain).toBe(Math.max(model.won, model.lost) / deals.length)
    }),
    { numRuns: 30 },
  )
})

test('too few of one end cannot be checked; a field that tells the end does', () => {
  const of = (won: boolean, a: number) => ({ won, fields: { a } })
  expect(winCheck(winModel([of(true, 1), of(false, 1)]), [of(true, 1), of(false, 1)])).toBeNull()
  const clear = [...Array.from({ length: 9 }, () => of(true, 1)), ...Array.from({ length: 9 }, () => of(false, 2))]
  expect(winCheck(winModel(clear), clear)).toEqual({ right: 1, plain: 0.5 })
})
