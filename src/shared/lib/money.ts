import { roundHalfAway } from './rounding.ts'

/** An amount as it is stored: to the smallest unit its column has, half away from zero. */
export const roundMoney = (amount: number, decimals: number): number => roundHalfAway(amount, decimals)
