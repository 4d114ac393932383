import type { Geolocation } from '../model/geolocation.ts'
import { plainForm } from './text.ts'

/**
 * A place as people and maps write it, or null: `31.23, 121.47`, `31.23N 121.47E`, `N31°14′ E121°28′`,
 * `31°14'12"N, 121°28'3"E`, `北纬31度14分 东经121度28分`. Two plain numbers are latitude and longitude, or the other way
 * round where only that can be: Chinese maps copy the longitude first.
 */
export function parseGeolocation(text: string): Geolocation | null {
  if (text.length > 100) return null
  // NFKC would turn ″ into two ′, so the marks are made plain before.
  const plain = plainForm(
    text
      .replace(/[″”“]|''|′′/gu, '"')
      .replace(/[′’‘]/gu, "'")
      .replace(/º/gu, '°'),
  )
    .toUpperCase()
    .replace(/北纬/gu, 'N')
    .replace(/南纬/gu, 'S')
    .replace(/东经/gu, 'E')
    .replace(/西经/gu, 'W')
    .replace(/[−‒–]/gu, '-')
    .replace(/^[([]|[)\]]$/gu, '')
  const match = pair.exec(plain)
  if (match?.groups === undefined) return null
  const first = angleOf(match.groups, '1')
  const second = angleOf(match.groups, '2')
  if (first === null || second === null) return null
  const [latitude, longitude] = isLongitudeFirst(first, second) ? [second, first] : [first, second]
  if (latitude.axis === 'longitude' || longitude.axis === 'latitude') return null
  if (Math.abs(latitude.degrees) > 90 || Math.abs(longitude.degrees) > 180) return null
  return { latitude: latitude.degrees, longitude: longitude.degrees }
}

type Angle = { degrees: number; axis: 'latitude' | 'longitude' | null }

const angle = (name: string): string =>
  String.raw`(?<before${name}>[NSEW])?\s*(?<sign${name}>[-+])?(?<degrees${name}>\d{1,3}(?:\.\d+)?)\s*` +
  String.raw`(?:[°度]\s*(?:(?<minutes${name}>\d{1,2}(?:\.\d+)?)\s*['分]\s*(?:(?<seconds${name}>\d{1,2}(?:\.\d+)?)\s*["秒]\s*)?)?)?(?<after${name}>[NSEW])?`
const pair = new RegExp(String.raw`^\s*${angle('1')}\s*[,;/\s]\s*${angle('2')}\s*$`, 'u')

function angleOf(groups: Record<string, string | undefined>, name: string): Angle | null {
  const { [`before${name}`]: before, [`after${name}`]: after, [`sign${name}`]: sign } = groups
  if ((before !== undefined && after !== undefined) || ((before ?? after) !== undefined && sign !== undefined)) return null
  const [minutes, seconds] = [Number(groups[`minutes${name}`] ?? 0), Number(groups[`seconds${name}`] ?? 0)]
  if (minutes >= 60 || seconds >= 60) return null
  const size = Number(groups[`degrees${name}`]) + minutes / 60 + seconds / 3600
  const letter = before ?? after
  const negative = sign === '-' || letter === 'S' || letter === 'W'
  return {
    degrees: negative ? -size : size,
    axis: letter === undefined ? null : letter === 'N' || letter === 'S' ? 'latitude' : 'longitude',
  }
}

function isLongitudeFirst(first: Angle, second: Angle): boolean {
  if (first.axis !== null || second.axis !== null) return first.axis === 'longitude' || second.axis === 'latitude'
  return Math.abs(first.degrees) > 90 && Math.abs(second.degrees) <= 90
}
