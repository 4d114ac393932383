import { Button } from 'antd'
import { useState } from 'react'
import { call } from '../../client/call.ts'
import { errorOf } from '../../client/clientError.ts'
import { notifyError, useNotices } from '../../shell/notices.ts'
import { useT } from '../../ui/lang.ts'
import { useAsk } from '../../ui/useAsk.tsx'
import { weightText } from './trashText.ts'

/** Empties the trash for good, after saying what goes with it. */
export function EmptyTrash() {
  const t = useT()
  const ask = useAsk()
  const notify = useNotices((state) => state.notify)
  const [pending, setPending] = useState(false)

  const empty = async () => {
    setPending(true)
    try {
      const weight = await call('trash.weigh', {})
      const text = [
        t('history.emptyTrash.what', { what: weightText(weight, t) }),
        ...(weight.steps === 0 ? [] : [t('history.emptyTrash.steps', { count: weight.steps })]),
        t('history.emptyTrash.snapshot'),
      ].join('\n')
      if (!(await ask({ title: t('history.emptyTrash.ask'), text, yes: t('history.emptyTrash.yes'), danger: true }))) return
      await call('trash.empty', {})
      notify({ tone: 'done', text: (t) => t('history.emptyTrash.done') })
    } catch (thrown) {
      notifyError(errorOf(thrown))
    } finally {
      setPending(false)
    }
  }
  return (
    <Button danger size="small" loading={pending} onClick={() => void empty()}>
      {t('history.emptyTrash.button')}
    </Button>
  )
}
