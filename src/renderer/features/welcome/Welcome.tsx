import { FileAddOutlined, FileExcelOutlined, FolderOpenOutlined, ReadOutlined } from '@ant-design/icons'
import type { AppError } from '#shared/contract/error.ts'
import { useCallback, useState } from 'react'
import { call } from '#renderer/client/call.ts'
import { errorOf } from '#renderer/client/clientError.ts'
import { FileDrop, waitingImportKey } from '#renderer/shell/FileDrop.tsx'
import { LookSwitches } from '#renderer/shell/LookSwitches.tsx'
import { useAppState } from '#renderer/shell/settings.ts'
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx'
import { useT } from '#renderer/ui/lang.ts'
import { Seal } from '#renderer/ui/Seal.tsx'
import { OpenProblem } from './OpenProblem.tsx'
import { RecentBases } from './RecentBases.tsx'
import { StartButton } from './StartButton.tsx'
import './welcome.css'

/** The first screen: make, open or try a base; those opened before. */
export function Welcome() {
  const t = useT()
  const app = useAppState().data
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<{ error: AppError; path: string | null } | null>(null)

  const attempt = async (path: string | null, deed: () => Promise<unknown>) => {
    setBusy(true)
    setProblem(null)
    try {
      await deed()
    } catch (thrown) {
      const error = errorOf(thrown)
      if (error.code !== 'cancelled') setProblem({ error, path })
    } finally {
      setBusy(false)
    }
  }
  const open = (path: string | null, readOnly = false) => attempt(path, () => call('app.openBase', { path, readOnly }))
  const takeDropped = useCallback((path: string) => {
    importInto(path).catch((thrown: unknown) => setProblem({ error: errorOf(thrown), path: null }))
  }, [])
  const fromExcel = async () => {
    const file = await call('app.pickImportFile', {})
    if (file !== null) await importInto(file.path)
  }

  return (
    <div className="welcome" aria-busy={busy}>
      <FileDrop onWorkbook={takeDropped} />
      <div className="welcome__page">
        <header className="welcome__head">
          <Seal large />
          <div>
            <h1>{t('welcome.title')}</h1>
            <p>{t('welcome.motto')}</p>
          </div>
        </header>
        <div className="welcome__columns">
          <div className="welcome__starts">
            <StartButton
              icon={<FileAddOutlined />}
              title={t('welcome.newBase')}
              text={t('welcome.newBaseText')}
              disabled={busy}
              onClick={() => void attempt(null, () => call('app.newBase', { sample: false }))}
            />
            <StartButton
              icon={<FileExcelOutlined />}
              title={t('welcome.fromExcel')}
              text={t('welcome.fromExcelText')}
              disabled={busy}
              onClick={() => void attempt(null, fromExcel)}
            />
            <StartButton
              icon={<FolderOpenOutlined />}
              title={t('welcome.open')}
              text={t('welcome.openText')}
              disabled={busy}
              onClick={() => void open(null)}
            />
            <StartButton
              icon={<ReadOutlined />}
              title={t('welcome.sample')}
              text={t('welcome.sampleText')}
              disabled={busy}
              onClick={() => void attempt(null, () => call('app.openSample', {}))}
            />
            {problem === null ? null : problem.path === null ? (
              <ErrorNote error={problem.error} />
            ) : (
              <OpenProblem error={problem.error} onReadOnly={() => void open(problem.path, true)} />
            )}
          </div>
          <RecentBases recent={app?.recent ?? []} disabled={busy} onOpen={(path) => void open(path)} />
        </div>
        <p className="welcome__hint" role="status">
          {busy ? t('welcome.opening') : t('welcome.dropHint')}
        </p>
      </div>
      <footer className="welcome__foot">
        <span>{app?.version}</span>
        <LookSwitches />
      </footer>
    </div>
  )
}

/** A workbook needs a book to go into: one is made first, the frame then shows the import. */
async function importInto(path: string): Promise<void> {
  sessionStorage.setItem(waitingImportKey, path)
  let made: unknown = null
  try {
    made = await call('app.newBase', { sample: false })
  } finally {
    if (made === null) sessionStorage.removeItem(waitingImportKey)
  }
}
