import type { Handlers } from '../handlers.ts'
import { checkFormulas } from './formula/checkFormulas.ts'

export const computeHandlers: Handlers<'formulas.check'> = { 'formulas.check': checkFormulas }
