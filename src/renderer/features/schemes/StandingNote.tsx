import type { SchemeStanding } from '#shared/contract/classes.ts'
import type { Rule } from '#shared/model/scheme.ts'
import { useT } from '../../ui/lang.ts'

/** What keeps a rule from comparing rows as it says: no model, or too few of them. Nothing where it can. */
export function StandingNote({ standing, rule }: { standing: SchemeStanding; rule: Rule }) {
  const t = useT()
  const { failure, population, usesAbsolute } = standing
  const text =
    failure !== null
      ? t('schemes.standing.failure', { reason: t(`words.modelFailure.${failure}`) })
      : population === 0
        ? t('schemes.standing.nobody')
        : usesAbsolute && rule.kind === 'pareto'
          ? t('schemes.standing.few', { population: population ?? 0, minimum: rule.minimumPopulation })
          : null
  return text === null ? null : (
    <p className="scheme__standing" role="note">
      {text}
    </p>
  )
}
