import type { Handlers } from '../handlers.ts'
import { buildReport } from './build.ts'
import { reportXlsx } from './xlsx.ts'

export const reportHandlers: Handlers<'report.build' | 'report.xlsx'> = {
  'report.build': (context, input) => buildReport(context, input),
  'report.xlsx': reportXlsx,
}
