import type { AppError, ErrorCode } from '../contract/error.ts'
import { errors as en } from './en/errors.ts'
import { fillMessage, type MessageParams, type ParamArgs } from './message.ts'
import { errors as zhCN } from './zh-CN/errors.ts'

/** `appError('base.inUse', { name: '客户.kebu' })`: the sentence in both languages, filled in. */
export function appError<Code extends ErrorCode>(code: Code, ...args: ParamArgs<(typeof zhCN)[Code]>): AppError {
  const params: MessageParams = args[0] ?? {}
  return { code, message: { 'zh-CN': fillMessage(zhCN[code], params, 'zh-CN'), en: fillMessage(en[code], params, 'en') } }
}

/** The same error with technical details for the log; the user's sentence stays. */
export function withDetails(error: AppError, cause: unknown): AppError {
  return { ...error, details: cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause) }
}
