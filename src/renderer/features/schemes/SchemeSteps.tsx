import { CheckOutlined } from '@ant-design/icons'
import type { Scheme } from '#shared/model/scheme.ts'
import { useBase } from '../../client/useBase.ts'
import { useOperation } from '../../client/useOperation.ts'
import { useToday } from '../../client/useToday.ts'
import { useShell } from '../../shell/state.ts'
import { classes } from '../../ui/classes.ts'
import { useT } from '../../ui/lang.ts'
import { optionsOf } from './optionsOf.ts'
import { schemeSteps } from './schemeSteps.ts'
import './schemeSteps.css'
import { stepText } from './stepText.ts'

/** One quiet line: what is done of a scheme and what comes next; each leads to its part of the page. */
export function SchemeSteps({ scheme }: { scheme: Scheme }) {
  const base = useBase()
  const t = useT()
  const today = useToday()
  const openScheme = useShell((state) => state.openScheme)
  const counts = useOperation('classes.counts', { schemeId: scheme.id }, { keepPrevious: true })
  const since = useOperation('classes.since', { schemeId: scheme.id }, { keepPrevious: true })
  // It keeps its height, so that nothing jumps when it is told.
  if (counts.data === undefined || since.data === undefined) return <ol className="scheme-steps" aria-hidden />
  const steps = schemeSteps(scheme, { counts: counts.data, options: optionsOf(scheme, base), since: since.data.day, today })
  return (
    <ol className="scheme-steps" aria-label={t('schemes.steps')}>
      {steps.map(({ step, state, part, said }) => {
        const text = stepText(said, t)
        return (
          <li key={step}>
            <button
              type="button"
              className={classes('scheme-steps__step', `scheme-steps__step--${state}`)}
              title={`${t(`schemes.steps.${step}`)}: ${text}`}
              onClick={() => openScheme(scheme.id, part)}
            >
              <b>{t(`schemes.steps.${step}`)}</b>
              {state === 'done' ? <CheckOutlined aria-label={t('schemes.steps.done')} /> : null}
              <span>{text}</span>
            </button>
          </li>
        )
      })}
    </ol>
  )
}
