import { expect, test } from 'vitest'
import { byWeight, schemesOfHead } from '#renderer/features/rowPage/classOrder.ts'
import type { Scheme } from '#shared/model/scheme.ts'

const scheme = (id: number, code: string): Scheme => ({
  id,
  uid: `s${id}`,
  code,
  name: code,
  tableId: 1,
  targetColumnId: id,
  scope: null,
  rule: { kind: 'decisionTable', rows: [] },
  fallbackOptionId: null,
  enabled: true,
  playbook: [],
})
const schemes = ['activity', 'urgency', 'own', 'grade', 'rfm', 'dealStatus', 'importance'].map((code, index) => scheme(index + 1, code))
const codes = (of: readonly Scheme[]) => of.map(({ code }) => code)

test('the grade comes first, then what presses, then the others in their order', () => {
  expect(codes(byWeight(schemes))).toEqual(['grade', 'urgency', 'dealStatus', 'importance', 'activity', 'own', 'rfm'])
})

test('the head has five at most, none whose column the first view hides', () => {
  expect(codes(schemesOfHead(schemes, new Set()))).toEqual(['grade', 'urgency', 'dealStatus', 'importance', 'activity'])
  expect(codes(schemesOfHead(schemes, new Set([4, 1, 7])))).toEqual(['urgency', 'dealStatus', 'own', 'rfm'])
})
