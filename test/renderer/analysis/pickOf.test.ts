import { expect, test } from 'vitest'
import { analyses, groups } from '#renderer/features/analysis/analyses.ts'
import { pickOf } from '#renderer/features/analysis/panels/RfmPanel.tsx'
import { analysisInputs } from '#shared/contract/analysis.ts'

test('a click at the top left means who bought last and most often; a bar means its segment, the rest after the last', () => {
  expect(pickOf('map', { category: 0, series: 0 }, 'chinese')).toEqual({ kind: 'place', r: 5, f: 5 })
  expect(pickOf('map', { category: 4, series: 1 }, 'quintile')).toEqual({ kind: 'place', r: 1, f: 4 })
  expect(pickOf('segments', { category: 3, series: 0 }, 'chinese')).toEqual({ kind: 'segment', code: 'importantWinBack' })
  expect(pickOf('segments', { category: 10, series: 0 }, 'quintile')).toEqual({ kind: 'segment', code: 'others' })
})

test('every analysis of the contract has its place in the window, each once', () => {
  expect(analyses.map(({ name }) => name).toSorted()).toEqual(Object.keys(analysisInputs).toSorted())
  for (const { group } of analyses) expect(groups).toContain(group)
})
