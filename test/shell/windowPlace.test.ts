import { expect, test } from 'vitest'
import { placeOf } from '#main/shell/windowPlace.ts'

const screens = [
  { x: 0, y: 0, width: 1920, height: 1080 },
  { x: 1920, y: 0, width: 1280, height: 1024 },
]
const place = { x: 2000, y: 40, width: 1100, height: 800, maximized: false }

test('a window opens where it last stood', () => {
  expect(placeOf(place, screens)).toEqual({ x: 2000, y: 40, width: 1100, height: 800 })
})

test('a window whose screen was unplugged, or that stands above the top, comes home', () => {
  expect(placeOf(place, screens.slice(0, 1))).toEqual({ width: 1360, height: 860 })
  expect(placeOf({ ...place, y: -400 }, screens)).toEqual({ width: 1360, height: 860 })
})

test('the first window fits a small screen', () => {
  expect(placeOf(null, [{ x: 0, y: 0, width: 1280, height: 720 }])).toEqual({ width: 1280, height: 720 })
})
