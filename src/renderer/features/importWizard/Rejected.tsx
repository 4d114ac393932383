import { Button } from 'antd'
import type { ImportResult } from '#shared/contract/exchange.ts'
import { useWrite } from '../../client/useWrite.ts'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { useT } from '../../ui/lang.ts'
import { RejectionList } from './RejectionList.tsx'

/** The rows that were not taken, and the file that holds all of them. */
export function Rejected({ result, rows }: { result: ImportResult; rows: number }) {
  const t = useT()
  const show = useWrite('app.showInFolder')
  const { rejectionFile } = result
  if (result.rejectionCount === 0) return <p>{t('importWizard.result.noneRejected')}</p>
  return (
    <>
      <p className="result__rejected">
        {t('importWizard.result.rejected', { count: rows })}
        {rejectionFile === null ? null : (
          <Button size="small" title={rejectionFile} onClick={() => void show.run({ path: rejectionFile })}>
            {t('importWizard.result.openRejected')}
          </Button>
        )}
      </p>
      {show.error === null ? null : <ErrorNote error={show.error} />}
      <RejectionList rejections={result.rejections} count={result.rejectionCount} />
    </>
  )
}
