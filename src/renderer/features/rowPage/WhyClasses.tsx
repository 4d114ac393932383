import { useBase } from '../../client/useBase.ts'
import { useOperation } from '../../client/useOperation.ts'
import { Chip } from '../../ui/Chip.tsx'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { useT } from '../../ui/lang.ts'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { explanationText } from './explanationText.ts'
import { localTime } from '../../words/localTime.ts'
import { useWords } from '../../words/useWords.ts'
import './whyClasses.css'

/** Each class of the row, with the rule and the row's own values in a sentence. */
export function WhyClasses({ tableId, rowId }: { tableId: number; rowId: number }) {
  const t = useT()
  const base = useBase()
  const words = useWords()
  const { data, error } = useOperation('classes.explain', { tableId, rowId }, { keepPrevious: true })
  if (error !== null) return <ErrorNote error={error.error} />
  if (data === undefined) return <Skeleton lines={4} />
  return (
    <dl className="why">
      {data.map((explanation) => {
        const scheme = base.scheme(explanation.schemeId)
        if (scheme === undefined) return null
        const column = base.column(scheme.targetColumnId)
        const option = column?.type === 'singleSelect' ? column.settings.options.find((one) => one.id === explanation.optionId) : undefined
        return (
          <div key={scheme.id} className="why__item">
            <dt>
              <span className="why__scheme">{column?.name ?? scheme.name}</span>
              {option === undefined ? <span className="why__none">{t('common.unclassified')}</span> : <Chip color={option.color}>{option.name}</Chip>}
              {explanation.since === null ? null : (
                <span className="why__since">{t('rowPage.why.since', { at: localTime(explanation.since).slice(0, 10) })}</span>
              )}
            </dt>
            <dd className="selectable">{explanationText(explanation, scheme, words, t)}</dd>
          </div>
        )
      })}
    </dl>
  )
}
