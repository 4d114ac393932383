import { expect, test } from 'vitest'
import { optionsOfScheme, ruleSchema } from '#shared/model/scheme.ts'
import { guessColumn, presets, type Preset } from '#renderer/features/schemes/presets.ts'

const columns = { lastOrder: 1, firstOrder: 2, orders: 3, amount: 4, number: 5, ordersLately: 6, amountLately: 7 }

test.each(presets.map((preset): [string, Preset] => [preset.name, preset]))('%s: a rule that holds, of its own classes', (_, preset) => {
  const rule = preset.rule(columns)
  expect(ruleSchema.parse(rule)).toEqual(rule)
  const given = new Set(optionsOfScheme({ rule, fallbackOptionId: preset.fallback }))
  for (const optionId of given) expect(preset.classes[optionId - 1]).toBeDefined()
})

test('a column is taken by its role, or where there is no other', () => {
  const column = (id: number, role: string | null) => ({ id, role })
  const [field] = presets[0].fields
  expect(guessColumn(field, [column(7, null), column(8, 'customer.lastOrderDate')])).toBe(8)
  expect(guessColumn(field, [column(7, null)])).toBe(7)
  expect(guessColumn(field, [column(7, null), column(9, null)])).toBeNull()
})
