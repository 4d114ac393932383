import { z } from 'zod'
import type { CellValue } from './cell.ts'

/** A place in China, from the province down; an unknown part is empty text. */
export const addressSchema = z.object({ province: z.string(), city: z.string(), district: z.string(), detail: z.string() })
export type Address = z.infer<typeof addressSchema>

export const emptyAddress: Address = { province: '', city: '', district: '', detail: '' }

/** The address in a cell; a text that is no stored address is all detail. */
export function readAddress(value: CellValue): Address | null {
  if (value === null || value === '') return null
  try {
    const parsed = addressSchema.safeParse(JSON.parse(String(value)))
    if (parsed.success) return parsed.data
  } catch {
    // Not JSON: shown as it is, below.
  }
  return { ...emptyAddress, detail: String(value) }
}

/** The stored form; an address without any part is an empty cell. */
export function writeAddress({ province, city, district, detail }: Address): string | null {
  if (province === '' && city === '' && district === '' && detail === '') return null
  return JSON.stringify({ province, city, district, detail })
}

/** One line: `浙江省杭州市西湖区文三路1号`; a municipality is not named twice. */
export function formatAddress({ province, city, district, detail }: Address): string {
  return province + (city === province ? '' : city) + district + detail
}
