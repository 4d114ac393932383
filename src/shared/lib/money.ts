import { roundHalfAway } from './rounding.ts'

/** An amount as it is stored: to the cent, half away from zero. */
export const roundMoney = (amount: number): number => roundHalfAway(amount, 2)

/** Whole cents of a stored amount; exact up to 10 trillion. */
export const toCents = (amount: number): number => Math.round(amount * 100)

export const fromCents = (cents: number): number => cents / 100

/** The sum of stored amounts, exact to the cent. */
export function sumMoney(amounts: Iterable<number>): number {
  let cents = 0
  for (const amount of amounts) cents += toCents(amount)
  return fromCents(cents)
}
