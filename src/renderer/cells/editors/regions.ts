import { citiesOf, districtsOf, provinces } from '#shared/lib/regions.ts'

/** A place in the lists of the address editor. */
export type Place = { value: string; label: string; children?: Place[] }

/** Provinces, their cities and their districts, as the lists want them; made when an address is first edited. */
export function places(): Place[] {
  made ??= provinces().map((province) => ({
    ...placeOf(province),
    children: citiesOf(province).map((city) => ({
      ...placeOf(city),
      children: districtsOf(province, city).map(placeOf),
    })),
  }))
  return made
}

let made: Place[] | undefined

const placeOf = (name: string): Place => ({ value: name, label: name })
