import { EditOutlined } from '@ant-design/icons'
import type { Explanation } from '#shared/contract/classes.ts'
import type { Scheme } from '#shared/model/scheme.ts'
import { useBase } from '../client/useBase.ts'
import { useShell } from '../shell/state.ts'
import { askToLock } from '../locks/locking.ts'
import { Chip } from '../ui/Chip.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { useT } from '../ui/lang.ts'
import { LockSign } from '../ui/LockSign.tsx'
import { localTime } from '../words/localTime.ts'
import { useWords } from '../words/useWords.ts'
import { explanationText } from './explanationText.ts'
import { lockText } from './lockText.ts'
import { waitingText } from './waitingText.ts'
import './why.css'

/** One class of a row: by which scheme, since when, and why; the scheme's rule is a click away. */
export function WhyItem({ rowId, explanation, scheme }: { rowId: number; explanation: Explanation; scheme: Scheme }) {
  const t = useT()
  const base = useBase()
  const words = useWords()
  const openScheme = useShell((state) => state.openScheme)
  const column = base.column(scheme.targetColumnId)
  const option = column?.type === 'singleSelect' ? column.settings.options.find((one) => one.id === explanation.optionId) : undefined
  return (
    <div className="why">
      <p className="why__head">
        <span className="why__scheme">{column?.name ?? scheme.name}</span>
        {option === undefined ? <span className="why__none">{t('common.unclassified')}</span> : <Chip color={option.color}>{option.name}</Chip>}
        {explanation.lock === null ? null : <LockSign label={t('locks.sign')} />}
        {explanation.since === null ? null : (
          <span className="why__since">{t('rowPage.why.since', { at: localTime(explanation.since).slice(0, 10) })}</span>
        )}
        {base.readOnly || column === undefined ? null : (
          <IconButton
            label={t('locks.menu', { column: column.name })}
            icon={<EditOutlined />}
            onClick={() => askToLock({ tableId: scheme.tableId, columnId: column.id, rowIds: [rowId] })}
          />
        )}
      </p>
      {explanation.lock === null ? null : (
        <p className="why__text selectable">{lockText(explanation.lock, scheme.rule.kind === 'manual', column, base, t)}</p>
      )}
      {explanation.waiting === null ? null : <p className="why__text selectable">{waitingText(explanation.waiting, scheme, column, t)}</p>}
      <p className="why__text">
        <span className="selectable">{explanationText(explanation, scheme, words, t)}</span>
        <button type="button" className="why__rule" onClick={() => openScheme(scheme.id, 'rule')}>
          {t(base.readOnly ? 'rowPage.why.seeRule' : 'rowPage.why.changeRule')}
        </button>
      </p>
    </div>
  )
}
