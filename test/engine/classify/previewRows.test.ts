import { expect, test } from 'vitest'
import { customerBook } from '../support/customerBook.ts'
import { valueOf } from '../support/valueOf.ts'

const today = '2026-03-01'

test('the rows behind every step of a preview are those that change class when it is saved', async () => {
  const book = await customerBook({ today, sample: true })
  const scheme = book.scheme('grade')
  if (scheme.rule.kind !== 'pareto') throw new Error('no shares')
  const shares = scheme.rule.shares.map((share, place) => (place === 0 ? { ...share, below: 0.7 } : share))
  const draft = { ...scheme, rule: { ...scheme.rule, shares } }
  const { moves } = valueOf(await book.engine.run('schemes.preview', draft))
  expect(moves.length).toBeGreaterThan(0)
  const steps = await Promise.all(
    moves.map(async ({ fromOptionId, toOptionId, count }) => {
      const rows = valueOf(await book.engine.run('schemes.previewRows', { ...draft, fromOptionId, toOptionId }))
      expect(rows).toHaveLength(count)
      expect(rows.every(({ title }) => title !== '')).toBe(true)
      return rows.map(({ rowId }) => ({ rowId, fromOptionId, toOptionId }))
    }),
  )
  valueOf(await book.engine.run('schemes.update', { schemeId: scheme.id, rule: draft.rule }))
  const after = valueOf(await book.engine.run('classes.moves', { schemeId: scheme.id, limit: 200 }))
  const moved = after.map(({ rowId, fromOptionId, toOptionId }) => ({ rowId, fromOptionId, toOptionId }))
  expect(moved).toHaveLength(steps.flat().length)
  expect(moved).toEqual(expect.arrayContaining(steps.flat()))
})

test('no more rows are listed than are asked for', async () => {
  const book = await customerBook({ today, sample: true })
  const scheme = book.scheme('urgency')
  if (scheme.rule.kind !== 'bands') throw new Error('no bands')
  // All who have a date come into one class.
  const draft = { ...scheme, rule: { ...scheme.rule, bands: scheme.rule.bands.slice(0, 1) } }
  const { moves } = valueOf(await book.engine.run('schemes.preview', draft))
  const [most] = moves
  if (most === undefined) throw new Error('no moves')
  const asked = { ...draft, fromOptionId: most.fromOptionId, toOptionId: most.toOptionId, limit: 1 }
  expect(valueOf(await book.engine.run('schemes.previewRows', asked))).toHaveLength(1)
})
