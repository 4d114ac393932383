import { z } from 'zod'
import type { CellValue } from './cell.ts'

/** A place on earth in degrees, north and east positive; kept to the sixth decimal, about eleven centimetres. */
export const geolocationSchema = z.object({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) })
export type Geolocation = z.infer<typeof geolocationSchema>

/** The place in a cell; null for anything that is none. */
export function readGeolocation(value: CellValue): Geolocation | null {
  if (typeof value !== 'string') return null
  try {
    return geolocationSchema.safeParse(JSON.parse(value)).data ?? null
  } catch {
    return null
  }
}

/** The stored form. */
export function writeGeolocation({ latitude, longitude }: Geolocation): string {
  return JSON.stringify({ latitude: kept(latitude), longitude: kept(longitude) })
}

/** `31.23, 121.47` with at least four decimals and at most six. */
export const formatGeolocation = ({ latitude, longitude }: Geolocation): string => `${degrees(latitude)}, ${degrees(longitude)}`

/** No -0: it reads like a place of its own. */
const kept = (angle: number): number => Number(angle.toFixed(6)) + 0

const degrees = (angle: number): string =>
  kept(angle)
    .toFixed(6)
    .replace(/0{1,2}$/u, '')
