import { call } from '../../client/call.ts'
import { errorOf } from '../../client/clientError.ts'
import { notifyError, useNotices } from '../../shell/notices.ts'
import { useLang, useT } from '../../ui/lang.ts'
import { drawnImage } from './drawnChart.ts'

/** Saves the chart on screen where the person says. */
export function useSavePicture(): (title: string) => Promise<void> {
  const t = useT()
  const lang = useLang()
  const notify = useNotices((state) => state.notify)
  return async (title) => {
    const png = drawnImage(title)
    if (png === null) return
    try {
      const file = await call('app.savePicture', { suggestedName: `${title}.png`, png })
      if (file === null) return
      notify({
        tone: 'done',
        text: t('charts.saved', { name: file.name }),
        action: { label: t('charts.showInFolder'), run: () => void call('app.showInFolder', { path: file.path }) },
      })
    } catch (thrown) {
      notifyError(errorOf(thrown), lang)
    }
  }
}
