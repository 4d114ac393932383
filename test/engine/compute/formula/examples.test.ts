import { expect, test } from 'vitest'
import { catalogueNames } from '#shared/formula/functions/catalogue.ts'
import { examples } from '#shared/formula/functions/examples.ts'
import { formulaBook } from '../../support/formulaBook.ts'
import { valueOf } from '../../support/valueOf.ts'

test('the example of every function calls it', () => {
  expect(catalogueNames.filter((name) => !new RegExp(`(?<![A-Z0-9])${name}\\(`, 'u').test(examples[name].source))).toEqual([])
})

test('every example of the help gives what the help says', async () => {
  const { engine, book, customers } = await formulaBook()
  const wrong: unknown[] = []
  for (const { source, result } of Object.values(examples)) {
    const checked = valueOf(await engine.run('formulas.check', { tableId: book.customers.id, source, samples: 3 }))
    const value = checked.ok ? checked.samples.find(({ rowId }) => rowId === customers[0])?.value : checked.problem.code
    if (!isSaid(result, value, checked.ok ? checked.result : null)) wrong.push({ source, result, value })
  }
  expect(wrong).toEqual([])
  await engine.close()
})

/** Cells hold yes as 1 and moments with a T; the help writes both as people read them, and numbers to twelve digits. */
function isSaid(said: string | number | boolean, value: unknown, type: string | null): boolean {
  if (typeof said === 'boolean') return type === 'boolean' && value === Number(said)
  if (typeof said === 'number') return typeof value === 'number' && Math.abs(value - said) <= 1e-11 * Math.max(1, Math.abs(said))
  return said === (type === 'dateTime' ? String(value).replace('T', ' ') : value)
}
