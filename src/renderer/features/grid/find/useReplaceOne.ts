import type { Pattern } from '#shared/contract/replace.ts'
import { useState } from 'react'
import { call } from '#renderer/client/call.ts'
import { errorOf } from '#renderer/client/clientError.ts'
import { notifyError } from '#renderer/shell/notices.ts'
import { useT } from '#renderer/ui/lang.ts'
import type { FindScope, Finding } from './useFind.ts'

/** Replaces in the cell that was found and goes to the next; says why where it could not. */
export function useReplaceOne(scope: FindScope, pattern: Pattern, replacement: string, finding: Finding) {
  const t = useT()
  const [pending, setPending] = useState(false)
  const [note, setNote] = useState<string | null>(null)
  const { found, again, step } = finding

  const replace = async () => {
    if (found === null || pending) return
    setPending(true)
    setNote(null)
    try {
      const { rowId, columnId } = found
      const { replaced, refused } = await call('replace.run', { ...scope, pattern, replacement, only: { rowId, columnId } })
      if (replaced > 0) return again()
      setNote(refused > 0 ? t('find.refusedHere') : t('find.fixedHere'))
      step(1)
    } catch (thrown) {
      notifyError(errorOf(thrown))
    } finally {
      setPending(false)
    }
  }
  return { run: () => void replace(), pending, note }
}
