import { Button, Select } from 'antd'
import { useState } from 'react'
import { call } from '../../client/call.ts'
import { errorOf } from '../../client/clientError.ts'
import { useBase } from '../../client/useBase.ts'
import { useLongCall } from '../../client/useLongCall.ts'
import { useOperation } from '../../client/useOperation.ts'
import { useToday } from '../../client/useToday.ts'
import { notifyError, useNotices } from '../../shell/notices.ts'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { useLang, useT } from '../../ui/lang.ts'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { CustomPeriod } from './CustomPeriod.tsx'
import { periodKeys, periodOf, type Period, type PeriodKey } from './periods.ts'
import { ReportDocument } from './ReportDocument.tsx'
import './reportScreen.css'

/** The owner's report as it will be on paper, with the choice of its period; saved as PDF or workbook. */
export function ReportScreen() {
  const t = useT()
  const lang = useLang()
  const today = useToday()
  const [key, setKey] = useState<PeriodKey | 'custom'>('last12Months')
  const [custom, setCustom] = useState<Period>(() => periodOf('thisYear', today))
  const period = key === 'custom' ? custom : periodOf(key, today)
  const { data: report, error } = useOperation('report.build', { lang, ...period }, { keepPrevious: true })
  const { save, saving, failure } = useSaveReport(period)
  return (
    <div className="report-screen">
      <header className="report-screen__bar">
        <h2>{t('report.screen.title')}</h2>
        <Select
          value={key}
          aria-label={t('report.screen.period')}
          popupMatchSelectWidth={false}
          options={[...periodKeys, 'custom' as const].map((one) => ({ value: one, label: t(`report.screen.${one}`) }))}
          onChange={setKey}
        />
        {key === 'custom' ? <CustomPeriod period={custom} onChange={setCustom} /> : null}
        <span className="report-screen__space" />
        {saving ? (
          <span className="report-screen__saving" role="status">
            {t('report.screen.saving')}
          </span>
        ) : null}
        <Button disabled={saving || report === undefined} onClick={() => void save('xlsx')}>
          {t('report.screen.saveXlsx')}
        </Button>
        <Button type="primary" disabled={saving || report === undefined} onClick={() => void save('pdf')}>
          {t('report.screen.savePdf')}
        </Button>
      </header>
      <div className="report-screen__desk" tabIndex={0} role="region" aria-label={t('report.screen.title')}>
        {failure === null ? null : <ErrorNote error={failure} />}
        {error === null ? null : <ErrorNote error={error.error} />}
        {error !== null ? null : (
          <div className="report-screen__paper selectable">
            {report === undefined ? (
              <div role="status" aria-label={t('report.screen.building')}>
                <Skeleton lines={12} />
              </div>
            ) : (
              <ReportDocument report={report} />
            )}
          </div>
        )}
      </div>
    </div>
  )
}

type Saving = { save: (format: 'pdf' | 'xlsx') => Promise<void>; saving: boolean; failure: ReturnType<typeof useLongCall>['error'] }

/** Asks where, then writes the report there. */
function useSaveReport(period: Period): Saving {
  const t = useT()
  const lang = useLang()
  const base = useBase()
  const notify = useNotices((state) => state.notify)
  const pdf = useLongCall('app.reportPdf')
  const xlsx = useLongCall('report.xlsx')
  const save = async (format: 'pdf' | 'xlsx') => {
    try {
      const name = t('report.screen.fileName', {
        base: base.description.name,
        period: [period.from, period.to].filter((day) => day !== null).join(' '),
      })
      const picked = await call('app.pickSaveFile', { suggestedName: `${name.trim()}.${format}`, format })
      if (picked === null) return
      const written = format === 'pdf' ? await pdf.run({ path: picked.path, ...period }) : await xlsx.run({ path: picked.path, lang, ...period })
      if (written === null) return
      notify({
        tone: 'done',
        text: (t) => t('report.screen.saved', { name: picked.name }),
        action: { label: (t) => t('report.screen.showInFolder'), run: () => void call('app.showInFolder', { path: written.path }) },
      })
    } catch (thrown) {
      notifyError(errorOf(thrown))
    }
  }
  return { save, saving: pdf.running || xlsx.running, failure: pdf.error ?? xlsx.error }
}
