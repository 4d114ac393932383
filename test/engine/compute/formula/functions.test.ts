import { expect, test } from 'vitest'
import { isKnown } from '#main/engine/compute/formula/functions/all.ts'
import { catalogueNames, specOf } from '#shared/formula/functions/catalogue.ts'
import { formulaBook } from '../../support/formulaBook.ts'
import { valueOf } from '../../support/valueOf.ts'
import { results } from './results.ts'

test('every function of the catalogue is computed by the engine', () => {
  expect(catalogueNames.filter((name) => specOf(name).category !== 'links' && !isKnown(name))).toEqual([])
})

test('every function has a result that is known from elsewhere', () => {
  const shown = results.map(([source]) => source).join('\n')
  expect(catalogueNames.filter((name) => !new RegExp(`(?<![A-Z0-9.])${name}\\(`, 'u').test(shown))).toEqual([])
})

/** Excel's documentation, the standards the functions come from, or worked out by hand. */
test('functions give what Excel and the calendar say', async () => {
  const { engine, book, customers } = await formulaBook()
  const wrong: unknown[] = []
  for (const [source, expected] of results) {
    const checked = valueOf(await engine.run('formulas.check', { tableId: book.customers.id, source, samples: 3 }))
    // The first customer, which has two follow-ups.
    const value = checked.ok ? checked.samples.find(({ rowId }) => rowId === customers[0])?.value : checked.problem.code
    const isSame =
      typeof expected === 'number' && typeof value === 'number'
        ? Math.abs(value - expected) <= 1e-7 * Math.max(1, Math.abs(expected))
        : value === expected
    if (!isSame) wrong.push({ source, expected, value })
  }
  expect(wrong).toEqual([])
  await engine.close()
})
