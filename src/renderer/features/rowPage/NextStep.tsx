import { CheckOutlined } from '@ant-design/icons'
import type { Translate } from '#shared/i18n/translate.ts'
import { assertNever } from '#shared/lib/assertNever.ts'
import { useToday } from '../../client/useToday.ts'
import { classes } from '../../ui/classes.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { useT } from '../../ui/lang.ts'
import './nextStep.css'
import { nextStepState, shortTime, type NextStepState } from './nextStep.ts'

type NextStepProps = {
  /** As agreed in the latest follow-up. */
  time: string | null
  content: string
  /** Opens the form; null where nothing can be written. */
  onDone: (() => void) | null
}

/** What was agreed to happen next with this customer, and how near it is. */
export function NextStep({ time, content, onDone }: NextStepProps) {
  const t = useT()
  const today = useToday()
  const state = nextStepState(time, today)
  return (
    <div className={classes('next-step', state.kind === 'overdue' && 'next-step--overdue', state.kind === 'none' && 'next-step--none')}>
      <p className="next-step__text selectable">
        {time === null ? (
          t('rowPage.next.none')
        ) : (
          <>
            <span className="next-step__label">{t('rowPage.next.title')}</span>
            <b>{shortTime(time, today)}</b>
            <span className="next-step__near">{nearText(state, t)}</span>
            {content === '' ? null : <span className="next-step__content">{content}</span>}
          </>
        )}
      </p>
      {time === null || onDone === null ? null : <IconButton label={t('rowPage.next.done')} icon={<CheckOutlined />} onClick={onDone} />}
    </div>
  )
}

function nearText(state: NextStepState, t: Translate): string {
  switch (state.kind) {
    case 'none':
      return ''
    case 'overdue':
      return t('rowPage.next.overdue', { days: state.days })
    case 'today':
      return t('rowPage.next.today')
    case 'tomorrow':
      return t('rowPage.next.tomorrow')
    case 'later':
      return t('rowPage.next.inDays', { days: state.days })
    default:
      return assertNever(state)
  }
}
