import { EditOutlined } from '@ant-design/icons'
import type { Explanation } from '#shared/contract/classes.ts'
import type { Column } from '#shared/model/column.ts'
import { optionsOf } from '#shared/model/columns/selects.ts'
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
import { explanationText, tagReasons } from './explanationText.ts'
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
  const isTags = scheme.rule.kind === 'tags'
  const options = (isTags ? explanation.optionIds : [explanation.optionId]).flatMap((id) => optionsOf(column).find((one) => one.id === id) ?? [])
  return (
    <div className="why">
      <p className="why__head">
        <span className="why__scheme">{column?.name ?? scheme.name}</span>
        {options.length === 0 ? <span className="why__none">{t(isTags ? 'common.noTags' : 'common.unclassified')}</span> : null}
        {(explanation.reason.kind === 'tags' && explanation.lock === null ? [] : options).map((option) => (
          <Chip key={option.id} color={option.color}>
            {option.name}
          </Chip>
        ))}
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
      {explanation.reason.kind === 'tags' ? (
        <WhyTags reason={explanation.reason} values={explanation.values} scheme={scheme} column={column} />
      ) : null}
      <p className="why__text">
        {explanation.reason.kind === 'tags' ? null : <span className="selectable">{explanationText(explanation, scheme, words, t)}</span>}{' '}
        <button type="button" className="why__rule" onClick={() => openScheme(scheme.id, 'rule')}>
          {t(base.readOnly ? 'rowPage.why.seeRule' : 'rowPage.why.changeRule')}
        </button>
      </p>
    </div>
  )
}

type WhyTagsProps = {
  reason: Extract<Explanation['reason'], { kind: 'tags' }>
  values: Explanation['values']
  scheme: Scheme
  column: Column | undefined
}

/** Each tag that the rule gives, and the condition that gave it. */
function WhyTags({ reason, values, scheme, column }: WhyTagsProps) {
  const t = useT()
  const words = useWords()
  return (
    <ul className="why__tags">
      {tagReasons(reason, values, scheme.rule, words, t).map(({ optionId, since, text }) => {
        const option = optionsOf(column).find(({ id }) => id === optionId)
        return (
          <li key={optionId}>
            {option === undefined ? null : <Chip color={option.color}>{option.name}</Chip>}
            <span className="selectable">{text}</span>
            {since === null ? null : <span className="why__since">{t('rowPage.why.since', { at: localTime(since).slice(0, 10) })}</span>}
          </li>
        )
      })}
    </ul>
  )
}
