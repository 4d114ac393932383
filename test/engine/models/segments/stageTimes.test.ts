import { expect, test } from 'vitest'
import { funnel } from '#main/engine/models/segments/funnel.ts'
import { medianStays, stageEvents, type DealCourse } from '#main/engine/models/segments/stageTimes.ts'

const course = (unit: number, rest: Partial<DealCourse>): DealCourse => ({
  unit,
  start: '2026-01-01',
  startsFresh: true,
  moves: [],
  now: 0,
  since: '2026-01-01',
  ...rest,
})

test('a deal that skipped a stage has passed it, on the day it was seen beyond it', () => {
  const events = stageEvents(course(1, { moves: [{ day: '2026-01-10', from: 0, to: 2 }], now: 2, since: '2026-02-01' }), 4)
  expect(events.map(({ step, day }) => [step, day])).toEqual([
    [0, '2026-01-01'],
    [1, '2026-01-10'],
    [2, '2026-01-10'],
  ])
})

test('a deal that went back keeps what it had reached; a lost one what it was seen at', () => {
  const back = stageEvents(
    course(1, {
      moves: [
        { day: '2026-01-05', from: 0, to: 2 },
        { day: '2026-01-08', from: 2, to: 1 },
      ],
      now: 1,
      since: '2026-01-08',
    }),
    4,
  )
  expect(back).toHaveLength(3)
  expect(stageEvents(course(2, { moves: [{ day: '2026-01-09', from: 1, to: null }], now: null }), 4).map(({ step }) => step)).toEqual([0, 1])
  expect(stageEvents(course(3, { now: null }), 4).map(({ step }) => step)).toEqual([0])
})

test('where no day was written down, the day it was last changed stands for it', () => {
  const events = stageEvents(course(1, { startsFresh: false, now: 3, since: '2026-03-01' }), 4)
  expect(events.map(({ day }) => day)).toEqual(['2026-01-01', '2026-03-01', '2026-03-01', '2026-03-01'])
  const within = funnel(events, 4, { order: 'ordered', windowDays: 30 })
  expect(within.map(({ reached }) => reached)).toEqual([1, 0, 0, 0])
})

test('days in a stage: medians of the stays that are known from end to end', () => {
  const courses = [
    course(1, {
      moves: [
        { day: '2026-01-05', from: 0, to: 1 },
        { day: '2026-01-06', from: 1, to: 2 },
      ],
    }),
    course(2, { moves: [{ day: '2026-01-11', from: 0, to: 1 }] }),
    course(3, {
      startsFresh: false,
      moves: [
        { day: '2026-09-09', from: 0, to: 1 },
        { day: '2026-09-12', from: 1, to: null },
      ],
    }),
    course(4, {
      moves: [
        { day: '2026-01-01', from: null, to: 0 },
        { day: '2026-01-02', from: 0, to: 1 },
      ],
    }),
  ]
  expect(medianStays(courses, 3)).toEqual([
    { days: 4, count: 3 },
    { days: 2, count: 2 },
    { days: null, count: 0 },
  ])
})
