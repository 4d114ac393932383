import { useCallback, useLayoutEffect, useRef, useState } from 'react'
import type { AppError } from '#shared/contract/error.ts'
import { call } from '../../client/call.ts'
import { errorOf } from '../../client/clientError.ts'
import { type LongCall, useLongCall } from '../../client/useLongCall.ts'
import type { BaseShape, Encoding } from '#shared/importing/draft.ts'
import type { Wizard, WizardAction } from './wizard.ts'

export type ImportFile = {
  open: (path: string) => Promise<void>
  /** Asks for a file, then reads it. */
  pick: () => Promise<void>
  changeEncoding: (encoding: Encoding) => Promise<void>
  changeHeader: (sheet: string, row: number) => Promise<void>
  reading: boolean
  /** Name of the file being read, or read last. */
  name: string
  progress: LongCall<'import.inspect'>['progress']
  cancel: () => void
  error: AppError | null
}

/** Reads the chosen file for the wizard, and reads it again when its encoding or header is set by hand. */
export function useImportFile(wizard: Wizard, dispatch: (action: WizardAction) => void, base: BaseShape): ImportFile {
  const { run, running, progress, error, cancel } = useLongCall('import.inspect')
  const [name, setName] = useState('')
  const [pickError, setPickError] = useState<AppError | null>(null)
  const { draft } = wizard
  // The base is described anew after every change; a file is read once.
  const latest = useRef(base)
  useLayoutEffect(() => {
    latest.current = base
  })

  const open = useCallback(
    async (path: string) => {
      setPickError(null)
      setName(path.split(/[\\/]/).at(-1) ?? path)
      const preview = await run({ path })
      if (preview !== null) dispatch({ kind: 'opened', path, preview, base: latest.current })
    },
    [run, dispatch],
  )

  const pick = async () => {
    try {
      const picked = await call('app.pickImportFile', {})
      if (picked !== null) await open(picked.path)
    } catch (thrown) {
      setPickError(errorOf(thrown))
    }
  }

  const reread = async (encoding: Encoding | null, headerRows: { sheet: string; row: number }[]) => {
    if (draft === null) return
    const preview = await run({ path: draft.path, encoding, headerRows })
    if (preview !== null) dispatch({ kind: 'reread', preview, base })
  }

  const changeHeader = async (sheet: string, row: number) => {
    const others = (draft?.sheets ?? []).flatMap((each) =>
      each.headerRow === null || each.sheet === sheet ? [] : [{ sheet: each.sheet, row: each.headerRow }],
    )
    await reread(draft?.encoding ?? null, [...others, { sheet, row }])
  }

  return {
    open,
    pick,
    changeHeader,
    changeEncoding: async (encoding) => await reread(encoding, []),
    reading: running,
    name,
    progress,
    cancel,
    error: pickError ?? error,
  }
}
