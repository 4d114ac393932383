import { useRef, useState } from 'react'
import { useLongCall, type LongCall } from '../../client/useLongCall.ts'
import type { Output } from '../../client/operations.ts'
import { useLang } from '../../ui/lang.ts'
import type { ImportDraft } from '#shared/importing/draft.ts'
import { importPlan } from '#shared/importing/importPlan.ts'

export type ImportWork = {
  /** How it would turn out; null until checked. */
  preview: Output<'import.preview'> | null
  result: Output<'import.run'> | null
  /** Whether rows are being written. */
  running: boolean
  checking: LongCall<'import.preview'>
  writing: LongCall<'import.run'>
  check: () => Promise<void>
  start: () => Promise<void>
}

/** Checks the plan without writing, then runs it. */
export function useImport(draft: ImportDraft | null): ImportWork {
  const lang = useLang()
  const checking = useLongCall('import.preview')
  const writing = useLongCall('import.run')
  const [preview, setPreview] = useState<Output<'import.preview'> | null>(null)
  const [result, setResult] = useState<Output<'import.run'> | null>(null)
  const checks = useRef(0)
  const plan = draft === null ? null : importPlan(draft)

  const check = async () => {
    const own = ++checks.current
    checking.cancel()
    setPreview(null)
    if (plan === null) return
    const found = await checking.run(plan)
    // A check of settings that have changed meanwhile says nothing.
    if (own === checks.current) setPreview(found)
  }
  const start = async () => {
    if (plan !== null) setResult(await writing.run({ ...plan, lang }))
  }
  return { preview, result, running: writing.running, checking, writing, check, start }
}
