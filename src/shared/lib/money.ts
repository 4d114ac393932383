import { roundHalfAway } from './rounding.ts'

/** An amount as it is stored: to the cent, half away from zero. */
export const roundMoney = (amount: number): number => roundHalfAway(amount, 2)
