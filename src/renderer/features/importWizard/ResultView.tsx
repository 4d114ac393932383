import { CheckCircleOutlined, UndoOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import type { ImportResult } from '#shared/contract/exchange.ts'
import type { Base } from '../../client/base.ts'
import { useWrite } from '../../client/useWrite.ts'
import { useNotices } from '../../shell/notices.ts'
import { useShell } from '../../shell/state.ts'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { useT } from '../../ui/lang.ts'
import type { ImportDraft } from '#shared/importing/draft.ts'
import { CreatedNote } from './CreatedNote.tsx'
import { Rejected } from './Rejected.tsx'
import { SheetCounts } from './SheetCounts.tsx'

type ResultViewProps = { base: Base; draft: ImportDraft; result: ImportResult; onClose: () => void }

/** What was imported, what was not and why, and the way back. */
export function ResultView({ base, draft, result, onClose }: ResultViewProps) {
  const t = useT()
  const undo = useWrite('history.undo')
  const notify = useNotices((state) => state.notify)
  const openTable = useShell((state) => state.openTable)
  const [undone, setUndone] = useState(false)
  const sum = (key: 'added' | 'updated' | 'unchanged' | 'rejected') => result.sheets.reduce((total, sheet) => total + sheet[key], 0)
  const filled = result.sheets.map((sheet) => sheet.tableId).find((id) => id !== null)
  const table = filled === undefined || filled === null ? undefined : base.table(filled)

  const takeBack = async () => setUndone((await undo.run({})) !== null)
  const finish = () => {
    if (!undone && sum('added') + sum('updated') > 0) {
      notify({
        tone: 'done',
        text: (t) => t('importWizard.notice', { count: sum('added') + sum('updated') }),
        canUndo: true,
      })
    }
    onClose()
  }

  return (
    <div className="result">
      <h3 className="result__head">
        <CheckCircleOutlined aria-hidden className={undone ? 'result__mark result__mark--undone' : 'result__mark'} />
        {undone ? t('importWizard.result.undone') : t('importWizard.result.done')}
      </h3>
      {undone ? null : (
        <>
          <p>{t('importWizard.result.sentence', { added: sum('added'), updated: sum('updated'), unchanged: sum('unchanged') })}</p>
          <SheetCounts sheets={result.sheets} draft={draft} base={base.description} />
          <CreatedNote created={result.created} done />
        </>
      )}
      <div className="result__rejections">{undone ? null : <Rejected result={result} rows={sum('rejected')} />}</div>
      {undo.error === null ? null : <ErrorNote error={undo.error} />}
      <div className="result__buttons">
        {undone ? null : (
          <Button icon={<UndoOutlined />} loading={undo.pending} onClick={() => void takeBack()}>
            {undo.pending ? t('importWizard.result.undoing') : t('importWizard.result.undo')}
          </Button>
        )}
        <span className="result__space" />
        {undone || table === undefined ? null : (
          <Button
            onClick={() => {
              openTable(table.id)
              finish()
            }}
          >
            {t('importWizard.result.showTable', { name: table.name })}
          </Button>
        )}
        <Button type="primary" onClick={finish}>
          {t('importWizard.result.finish')}
        </Button>
      </div>
    </div>
  )
}
