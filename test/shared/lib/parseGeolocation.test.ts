import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseGeolocation } from '#shared/lib/parseGeolocation.ts'
import { formatGeolocation, readGeolocation, writeGeolocation } from '#shared/model/geolocation.ts'
import { anyText } from '../anyText.ts'

const shown = (typed: string): string | null => {
  const place = parseGeolocation(typed)
  return place === null ? null : formatGeolocation(place)
}

test.each([
  ['31.23, 121.47', '31.2300, 121.4700'],
  ['31.23，121.47', '31.2300, 121.4700'],
  ['(31.230416 121.473701)', '31.230416, 121.473701'],
  ['121.47, 31.23', '31.2300, 121.4700'],
  ['N31°14′ E121°28′', '31.233333, 121.466667'],
  ['31°14\'12"N, 121°28\'3.6"E', '31.236667, 121.467667'],
  ['31°14′12″N 121°28′3″E', '31.236667, 121.4675'],
  ['北纬31度14分 东经121度28分', '31.233333, 121.466667'],
  ['33.87S 151.21E', '-33.8700, 151.2100'],
  ['E121.47 N31.23', '31.2300, 121.4700'],
  ['-33.87, -70.5', '-33.8700, -70.5000'],
  ['-0, 0', '0.0000, 0.0000'],
])('%s is %s', (typed, place) => {
  expect(shown(typed)).toBe(place)
})

test.each(['91, 100', '31.23', '31.23, 181', '31.23 N 121.47 N', 'N31.23S 121', '-31.23S 121E', '31°75′N 121°E', '上海', '1, 2, 3', ''])(
  '%s is no place',
  (typed) => {
    expect(shown(typed)).toBeNull()
  },
)

test('what is shown reads back to the same stored place', () => {
  const place = fc.record({
    latitude: fc.double({ min: -90, max: 90, noNaN: true }),
    longitude: fc.double({ min: -180, max: 180, noNaN: true }),
  })
  fc.assert(
    fc.property(place, (exact) => {
      const stored = writeGeolocation(exact)
      const kept = readGeolocation(stored)
      const again = kept === null ? null : parseGeolocation(formatGeolocation(kept))
      expect(again === null ? null : writeGeolocation(again)).toBe(stored)
    }),
  )
})

test('any text gives a place within its bounds or none, and a damaged cell is no place', () => {
  fc.assert(
    fc.property(anyText, (typed) => {
      const place = parseGeolocation(typed)
      if (place === null) return
      expect(Math.abs(place.latitude)).toBeLessThanOrEqual(90)
      expect(Math.abs(place.longitude)).toBeLessThanOrEqual(180)
    }),
    { numRuns: 500 },
  )
  expect(['{', '{"latitude":91,"longitude":0}', '[1,2]'].map(readGeolocation)).toEqual([null, null, null])
})
