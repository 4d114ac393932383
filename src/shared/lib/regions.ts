import { regionLines } from './data/regions.ts'

/** A province, city or district by its full names; the parts below its own level are empty. */
export type Region = { province: string; city: string; district: string }

/** The provinces in the order of their codes. */
export const provinces = (): string[] => [...tree().keys()]

/** Cities of a province; a municipality is its own one city. */
export const citiesOf = (province: string): string[] => [...(tree().get(province)?.keys() ?? [])]

export const districtsOf = (province: string, city: string): string[] => [...(tree().get(province)?.get(city) ?? [])]

/** Every region, provinces before their cities and cities before their districts. */
export function* allRegions(): Generator<Region> {
  for (const [province, cities] of tree()) {
    yield { province, city: '', district: '' }
    for (const [city, districts] of cities) {
      yield { province, city, district: '' }
      for (const district of districts) yield { province, city, district }
    }
  }
}

type Tree = ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>

let built: Tree | undefined

/** The lines as a tree; read once, on first use. */
function tree(): Tree {
  built ??= build()
  return built
}

function build(): Tree {
  const provinceMap = new Map<string, Map<string, readonly string[]>>()
  let cities = new Map<string, readonly string[]>()
  for (const line of regionLines.trim().split('\n')) {
    if (line.startsWith('#')) {
      cities = new Map()
      provinceMap.set(line.slice(1), cities)
    } else {
      const [city = '', ...districts] = line.split(' ')
      cities.set(city, districts)
    }
  }
  return provinceMap
}
