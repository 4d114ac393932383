import { expect, test } from 'vitest'
import fc from 'fast-check'
import type { Option } from '#shared/model/option.ts'
import { addOption, highestId, moveOption, optionNames } from '#renderer/ui/optionOrder.ts'

const options: Option[] = ['展会', '网络', '电话'].map((name, index) => ({ id: index + 1, name, color: 'blue' }))

test('pasted names are split, trimmed and not repeated', () => {
  expect(optionNames('老客户\n展会，陌拜、 门店\t老客户', options)).toEqual(['老客户', '陌拜', '门店'])
})

test('a new option never takes the id of another', () => {
  const more = addOption(options, '门店', highestId(options) + 1)
  expect(more.at(-1)).toEqual({ id: 4, name: '门店', color: 'purple' })
})

test('moving keeps every option, and moving back undoes it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2 }), fc.integer({ min: 0, max: 2 }), (from, to) => {
      const id = options[from]?.id ?? 0
      const moved = moveOption(options, id, to)
      expect(moved[to]?.id).toBe(id)
      expect(moveOption(moved, id, from)).toEqual(options)
    }),
  )
})
