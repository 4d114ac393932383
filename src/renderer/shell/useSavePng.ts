import { call } from '../client/call.ts'
import { errorOf } from '../client/clientError.ts'
import { notifyError, useNotices } from './notices.ts'

/** Saves a picture, as base64, where the person says. */
export function useSavePng(): (title: string, png: string) => Promise<void> {
  const notify = useNotices((state) => state.notify)
  return async (title, png) => {
    try {
      const file = await call('app.savePicture', { suggestedName: `${title}.png`, png })
      if (file === null) return
      notify({
        tone: 'done',
        text: (t) => t('charts.saved', { name: file.name }),
        action: { label: (t) => t('charts.showInFolder'), run: () => void call('app.showInFolder', { path: file.path }) },
      })
    } catch (thrown) {
      notifyError(errorOf(thrown))
    }
  }
}
