import type { AppError } from '#shared/contract/error.ts'
import type { AnalysisRequest } from '#shared/contract/analysis.ts'
import { call } from '../../client/call.ts'
import { errorOf } from '../../client/clientError.ts'
import { useBase } from '../../client/useBase.ts'
import { useLongCall } from '../../client/useLongCall.ts'
import { notifyError, useNotices } from '../../shell/notices.ts'
import { useT } from '../../ui/lang.ts'

type SaveWorkbook = { save: (request: AnalysisRequest) => Promise<void>; saving: boolean; failure: AppError | null }

/** Asks where, then writes an analysis there as a workbook. */
export function useSaveWorkbook(title: string): SaveWorkbook {
  const t = useT()
  const base = useBase()
  const notify = useNotices((state) => state.notify)
  const { run, running, error } = useLongCall('analysis.xlsx')
  const save = async (analysis: AnalysisRequest) => {
    try {
      const name = t('analysis.fileName', { base: base.description.name, title: title.replaceAll('/', '-') })
      const picked = await call('app.pickSaveFile', { suggestedName: `${name}.xlsx`, format: 'xlsx' })
      if (picked === null) return
      const written = await run({ analysis, path: picked.path })
      if (written === null) return
      notify({
        tone: 'done',
        text: (t) => t('analysis.saved', { name: picked.name }),
        action: { label: (t) => t('analysis.showInFolder'), run: () => void call('app.showInFolder', { path: written.path }) },
      })
    } catch (thrown) {
      notifyError(errorOf(thrown))
    }
  }
  return { save, saving: running, failure: error }
}
