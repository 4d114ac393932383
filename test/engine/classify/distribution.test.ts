import { expect, test } from 'vitest'
import { gradeBook } from '../support/gradeBook.ts'
import { valueOf } from '../support/valueOf.ts'

test.each([[[-1.7e308, 0, 1.7e308]], [[1e308, 1.2e308, 1.5e308, 1.7e308]], [[1e-320, 2e-320, 1]]])(
  'bins and shares of %j are numbers, and no row is lost',
  async (amounts) => {
    const book = await gradeBook({ start: '2026-03-01' })
    await book.insertAll(amounts)
    const { bins, curve } = valueOf(await book.engine.run('schemes.distribution', book.draft))
    expect(bins.reduce((sum, { count }) => sum + count, 0)).toBe(amounts.length)
    for (const { from, to } of bins) expect([Number.isFinite(from), Number.isFinite(to)]).toEqual([true, true])
    for (const { share } of curve) expect(Number.isFinite(share)).toBe(true)
    await book.engine.close()
  },
)
