import { useEffect, useState } from 'react'
import type { Report } from '#shared/contract/report.ts'
import { langSchema } from '#shared/i18n/lang.ts'
import { call } from '../../client/call.ts'
import { errorOf } from '../../client/clientError.ts'
import { ReportDocument } from './ReportDocument.tsx'

/**
 * The page that is printed: the report alone, as wide as the paper between its margins. Language and period come
 * with its address; its root element says when it can be printed, or why it cannot.
 */
export function ReportPage({ query }: { query: URLSearchParams }) {
  const [report, setReport] = useState<Report | null>(null)
  useEffect(() => {
    const lang = langSchema.catch('zh-CN').parse(query.get('lang'))
    call('report.build', { lang, from: query.get('from'), to: query.get('to') }).then(
      (built) => {
        document.documentElement.lang = built.lang
        // The title stands in the head of every page.
        document.title = `${built.title} · ${built.period}`
        setReport(built)
      },
      (thrown: unknown) => {
        document.documentElement.dataset['error'] = errorOf(thrown).message[lang]
      },
    )
  }, [query])
  if (report === null) return null
  return (
    <ReportDocument
      report={report}
      onReady={() => {
        document.documentElement.dataset['ready'] = 'true'
      }}
    />
  )
}
