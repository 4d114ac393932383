import { Button } from 'antd'
import type { SchemeStanding } from '#shared/contract/classes.ts'
import type { Option } from '#shared/model/option.ts'
import type { Scheme } from '#shared/model/scheme.ts'
import { useBase } from '../../client/useBase.ts'
import { useT } from '../../ui/lang.ts'
import { filterText } from '../../words/filterText.ts'
import { useWords } from '../../words/useWords.ts'
import { ClassChip } from './ClassChip.tsx'
import { optionsOf } from './optionsOf.ts'
import { RunSettings } from './RunSettings.tsx'
import { ruleParts } from './ruleLines.ts'

type RuleViewProps = { scheme: Scheme; standing: SchemeStanding | undefined; /** Null where it can only be read. */ onEdit: (() => void) | null }

/** The rule told in words, class by class, and when it is asked. */
export function RuleView({ scheme, standing, onEdit }: RuleViewProps) {
  const base = useBase()
  const t = useT()
  return (
    <section className="rule" aria-label={t('schemes.rule')}>
      <h3>
        {t('schemes.rule')}
        {onEdit === null ? null : (
          <Button size="small" onClick={onEdit}>
            {t('schemes.change')}
          </Button>
        )}
      </h3>
      <RuleTold classes={scheme} options={optionsOf(scheme, base)} />
      <RunSettings scheme={scheme} standing={standing} />
    </section>
  )
}

type RuleToldProps = { classes: Pick<Scheme, 'rule' | 'scope' | 'fallbackOptionId'>; options: readonly Option[] }

/** Which rows it is for, and what brings a row into each class. */
export function RuleTold({ classes: { rule, scope, fallbackOptionId }, options }: RuleToldProps) {
  const t = useT()
  const words = useWords()
  return (
    <>
      {scope === null ? null : <p>{t('schemes.rule.scope', { condition: filterText(scope, words, t) })}</p>}
      {ruleParts(rule, fallbackOptionId, words, t).map((part) => (
        <div key={part.lead} className="rule__part">
          <p>{part.lead}</p>
          <ol>
            {part.lines.map((line, index) => (
              <li key={index}>
                {'points' in line ? (
                  <span className="rule__points">{line.points}</span>
                ) : (
                  <span className="rule__class">
                    <ClassChip option={options.find((option) => option.id === line.optionId)} />
                  </span>
                )}
                <span>{line.text}</span>
              </li>
            ))}
          </ol>
        </div>
      ))}
    </>
  )
}
