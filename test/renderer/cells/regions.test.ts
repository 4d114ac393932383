import { expect, test } from 'vitest'
import { places } from '#renderer/cells/editors/regions.ts'

test('the lists of an address go from the province to the district', () => {
  const zhejiang = places().find(({ value }) => value === '浙江省')
  const hangzhou = zhejiang?.children?.find(({ value }) => value === '杭州市')
  expect(hangzhou?.children?.map(({ value }) => value)).toContain('西湖区')
})

test('no list names a place twice', () => {
  for (const province of places()) {
    const cities = province.children?.map(({ value }) => value) ?? []
    expect(new Set(cities).size).toBe(cities.length)
  }
})
