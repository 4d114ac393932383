import type { RfmScores } from './rfm.ts'

type Range = readonly [low: number, high: number]

/** Segments of the R package rfm (0.3.0) for five bins: the first row that holds decides. */
const rows = [
  { segment: 'champions', r: [5, 5], f: [5, 5], m: [5, 5] },
  { segment: 'potentialLoyalist', r: [3, 5], f: [3, 5], m: [2, 5] },
  { segment: 'loyal', r: [2, 4], f: [2, 4], m: [2, 4] },
  { segment: 'promising', r: [3, 4], f: [1, 3], m: [3, 5] },
  { segment: 'new', r: [4, 5], f: [1, 3], m: [1, 5] },
  { segment: 'cannotLose', r: [1, 2], f: [3, 4], m: [4, 5] },
  { segment: 'atRisk', r: [1, 2], f: [2, 5], m: [4, 5] },
  { segment: 'needAttention', r: [1, 3], f: [3, 5], m: [3, 5] },
  { segment: 'aboutToSleep', r: [2, 3], f: [1, 3], m: [1, 4] },
  { segment: 'lost', r: [1, 1], f: [1, 5], m: [1, 5] },
] as const satisfies readonly { segment: string; r: Range; f: Range; m: Range }[]

export type RfmSegment = (typeof rows)[number]['segment'] | 'others'

export function rfmSegment({ r, f, m }: RfmScores): RfmSegment {
  return rows.find((row) => within(r, row.r) && within(f, row.f) && within(m, row.m))?.segment ?? 'others'
}

const within = (score: number, [low, high]: Range): boolean => score >= low && score <= high

/**
 * The eight Chinese segments: near or far, often or seldom, much or little. Money alone says important (重要) or ordinary
 * (一般); bought lately and often 价值, once often 保持, lately but seldom 发展, neither 挽留.
 */
export type ChineseRfmSegment = `${'important' | 'ordinary'}${'Value' | 'Keep' | 'Develop' | 'WinBack'}`

export function chineseRfmSegment({ near, often, much }: { near: boolean; often: boolean; much: boolean }): ChineseRfmSegment {
  const weight = much ? 'important' : 'ordinary'
  if (near) return often ? `${weight}Value` : `${weight}Develop`
  return often ? `${weight}Keep` : `${weight}WinBack`
}
