import { FileExcelOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { classes } from '../../ui/classes.ts'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { useT } from '../../ui/lang.ts'
import { ProgressLine } from '../../ui/ProgressLine.tsx'
import type { ImportFile } from './useImportFile.ts'

/** A place to drop a file, and a button for those who do not drag. */
export function FileStep({ file }: { file: ImportFile }) {
  const t = useT()
  const [over, setOver] = useState(false)
  const [lostDrop, setLostDrop] = useState(false)

  const drop = (dropped: File | undefined) => {
    setOver(false)
    const path = dropped === undefined ? '' : window.kebu.pathOfDroppedFile(dropped)
    setLostDrop(path === '')
    if (path !== '') void file.open(path)
  }

  if (file.reading) return <Reading file={file} />
  return (
    <div
      className={classes('file-step', over && 'file-step--over')}
      onDragOver={(event) => {
        // The window takes files dropped elsewhere.
        event.stopPropagation()
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.stopPropagation()
        event.preventDefault()
        drop(event.dataTransfer.files[0])
      }}
    >
      <FileExcelOutlined className="file-step__icon" aria-hidden />
      <p className="file-step__lead">{t('importWizard.file.drop')}</p>
      <p className="file-step__kinds">{t('importWizard.file.kinds')}</p>
      <Button type="primary" size="large" autoFocus onClick={() => void file.pick()}>
        {t('importWizard.file.pick')}
      </Button>
      <div className="file-step__error">
        {file.error === null ? null : <ErrorNote error={file.error} />}
        {lostDrop ? (
          <p className="import-wizard__problem" role="alert">
            {t('importWizard.file.dropped')}
          </p>
        ) : null}
      </div>
      <p className="file-step__promise">{t('importWizard.file.promise')}</p>
    </div>
  )
}

function Reading({ file }: { file: ImportFile }) {
  const t = useT()
  const done = file.progress?.done ?? 0
  const label = done > 0 ? t('importWizard.file.readingCount', { name: file.name, done }) : t('importWizard.file.reading', { name: file.name })
  return (
    <div className="work" aria-live="polite">
      <p>{label}</p>
      <ProgressLine label={label} done={done} total={file.progress?.total ?? null} />
      <Button onClick={file.cancel}>{t('common.cancel')}</Button>
    </div>
  )
}
