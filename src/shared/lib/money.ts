import { roundHalfAway, shiftDecimal } from './rounding.ts'

/** An amount as it is stored: to the cent, half away from zero. */
export const roundMoney = (amount: number): number => roundHalfAway(amount, 2)

/** Whole cents; exact for amounts up to 90 trillion. */
export const toCents = (amount: number): number => Math.round(shiftDecimal(amount < 0 ? -roundMoney(-amount) : roundMoney(amount), 2))

export const fromCents = (cents: number): number => shiftDecimal(cents, -2)

/** The sum of amounts, exact to the cent. */
export function sumMoney(amounts: Iterable<number>): number {
  let cents = 0
  for (const amount of amounts) cents += toCents(amount)
  return fromCents(cents)
}
