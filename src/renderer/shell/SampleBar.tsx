import { useBase } from '../client/useBase.ts'
import { useWrite } from '../client/useWrite.ts'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { useT } from '../ui/lang.ts'
import { useAsk } from '../ui/useAsk.tsx'
import { useNotices } from './notices.ts'
import './sampleBar.css'

/** Says that what is seen is sample data, and how to be rid of it. */
export function SampleBar() {
  const t = useT()
  const ask = useAsk()
  const base = useBase()
  const clear = useWrite('base.clearSample')
  const notify = useNotices((state) => state.notify)
  if (!base.description.hasSampleData || base.readOnly) return null

  const run = async () => {
    const yes = await ask({
      title: t('shell.askClearSample'),
      text: t('shell.askClearSampleText'),
      yes: t('shell.clearSample'),
      danger: true,
    })
    if (!yes) return
    const cleared = await clear.run({})
    if (cleared !== null) notify({ tone: 'done', text: (t) => t('shell.clearedSample', { count: cleared.removed }) })
  }
  return (
    <div className="sample-bar">
      <span>{t('shell.sampleText')}</span>
      <span className="sample-bar__file" title={base.description.path}>
        {t('shell.sampleFile', { path: base.description.path })}
      </span>
      <button type="button" disabled={clear.pending} onClick={() => void run()}>
        {t('shell.clearSample')}
      </button>
      {clear.error === null ? null : <ErrorNote error={clear.error} />}
    </div>
  )
}
