import type { formula } from '../i18n/zh-CN/formula.ts'
import type { MessageParams } from '../i18n/message.ts'
import type { Span } from './expression.ts'

/** Why a text is not a formula, and where: `formula.<code>` of the texts says it with the params. */
export type FormulaProblem = { code: ProblemCode; params: MessageParams; span: Span }

export type ProblemCode = keyof typeof formula & string

export const problem = (code: ProblemCode, span: Span, params: MessageParams = {}): FormulaProblem => ({ code, params, span })
