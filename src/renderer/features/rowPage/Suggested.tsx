import { useState } from 'react'
import type { Translate } from '#shared/i18n/translate.ts'
import { useToday } from '../../client/useToday.ts'
import { Chip } from '../../ui/Chip.tsx'
import { useT } from '../../ui/lang.ts'
import { shortTime } from './nextStep.ts'
import { dayOfAction, type Advice, type Suggestion } from './suggestion.ts'
import './suggested.css'

type SuggestedProps = {
  suggestion: Suggestion
  /** A next step was agreed and is still to come: being late by the strategy is no alarm then. */
  agreed: boolean
  /** Names of the ways of contact by id. */
  methods: ReadonlyMap<number, string>
  /** Takes an action into the form; null where nothing can be written. */
  onTake: ((action: Advice['entry']['actions'][number], day: string) => void) | null
}

/** What the strategies of the customer's classes suggest: when to be in touch at the latest, how to treat them, what to do. */
export function Suggested({ suggestion, agreed, methods, onTake }: SuggestedProps) {
  const t = useT()
  const today = useToday()
  const [whole, setWhole] = useState(false)
  const { advice, rhythm, due } = suggestion
  const shown = whole ? advice : advice.slice(0, 1)
  return (
    <section className="suggested" aria-label={t('playbook.suggested')}>
      <p className="suggested__head selectable">
        <span className="suggested__label">{t('playbook.suggested')}</span>
        {rhythm === null || due === null ? null : (
          <span
            className={due.missed === null || agreed ? undefined : 'suggested__late'}
            title={t('rowPage.followUp.byClass', { name: rhythm.className, days: rhythm.days })}
          >
            {dueText(due, today, t)}
          </span>
        )}
      </p>
      <ul className="suggested__list">
        {shown.map(({ schemeId, option, entry }) => (
          <li key={schemeId}>
            <p className="suggested__text selectable">
              <Chip color={option.color}>{option.name}</Chip> {entry.strategy}
            </p>
            <div className="suggested__actions">
              {entry.actions.map((action, index) => {
                const day = dayOfAction(action, suggestion, today)
                const text = t('playbook.action', {
                  day: day <= today ? t('rowPage.next.today') : shortTime(day, today),
                  title: withMethod(action.title, methods.get(action.methodId ?? 0)),
                })
                return onTake === null ? (
                  <span key={index} className="suggested__line">
                    {text}
                  </span>
                ) : (
                  <button key={index} type="button" className="suggested__action" title={t('playbook.take')} onClick={() => onTake(action, day)}>
                    {text}
                  </button>
                )
              })}
            </div>
          </li>
        ))}
      </ul>
      {advice.length > 1 ? (
        <button type="button" className="suggested__more" aria-expanded={whole} onClick={() => setWhole(!whole)}>
          {whole ? t('playbook.fewer') : t('playbook.more', { count: advice.length - 1 })}
        </button>
      ) : null}
    </section>
  )
}

function dueText({ day, missed }: { day: string; missed: string | null }, today: string, t: Translate): string {
  if (missed !== null) return t('playbook.contactLate', { day: shortTime(missed, today) })
  return day === today ? t('playbook.contactToday') : t('playbook.contactBy', { day: shortTime(day, today) })
}

const withMethod = (title: string, method: string | undefined): string => (method === undefined ? title : `${method} · ${title}`)
