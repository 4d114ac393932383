import type { Rule } from '#shared/model/scheme.ts'
import { useBase } from '../../client/useBase.ts'
import { useOperation } from '../../client/useOperation.ts'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { classes } from '../../ui/classes.ts'
import { useLang, useT } from '../../ui/lang.ts'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { optionSolid } from '../../ui/tokens/optionColorStyle.ts'
import { amount, metricOf, percent } from '../../words/metricText.ts'
import { useWords } from '../../words/useWords.ts'
import { ClassChip } from './ClassChip.tsx'
import { cutPoints, moveCutPoint } from './cutPoints.ts'
import { MeasureChart } from './MeasureChart.tsx'
import { optionsOf } from './optionsOf.ts'
import { PreviewMoves } from './PreviewMoves.tsx'
import { RfmScatter } from './RfmScatter.tsx'
import { ShareCurve } from './ShareCurve.tsx'
import type { SchemeDraft } from './schemeDraft.ts'
import { StandingNote } from './StandingNote.tsx'

type SchemePreviewProps = {
  draft: SchemeDraft
  /** False while a number is missing: the last answer stays, dimmed. */
  valid: boolean
  onRule: (rule: Rule) => void
}

/** Kinds that compare no number whose spread would tell anything. */
const withoutMeasure: ReadonlySet<Rule['kind']> = new Set<Rule['kind']>(['decisionTable', 'tags', 'lifeCycle', 'manual'])

/** What the draft would do: how its measure is spread, how many each class would have, and who would move. */
export function SchemePreview({ draft, valid, onRule }: SchemePreviewProps) {
  const base = useBase()
  const t = useT()
  const lang = useLang()
  const options = optionsOf(draft, base)
  const { data, error } = useOperation('schemes.preview', draft, { enabled: valid, keepPrevious: true })
  if (error !== null) return <ErrorNote error={error.error} />
  if (data === undefined) return <Skeleton lines={6} />
  const most = Math.max(1, ...data.counts.map(({ count }) => count))
  const outOfScope = base.rowCount(draft.tableId) - data.rows
  const isTags = draft.rule.kind === 'tags'
  const lines = [...options, ...(data.counts.some(({ optionId }) => optionId === null) ? [null] : [])]
  return (
    <section className="scheme-preview" aria-label={t('schemes.preview.title')} aria-live="polite">
      <h3>{t('schemes.preview.title')}</h3>
      <StandingNote standing={data.standing} rule={draft.rule} />
      <PreviewChart draft={draft} valid={valid} onRule={onRule} />
      <ul className={classes('scheme-preview__counts', !valid && 'scheme-preview__counts--before')}>
        {lines.map((option) => {
          const count = data.counts.find(({ optionId }) => optionId === (option?.id ?? null))?.count ?? 0
          return (
            <li key={option?.id ?? 0}>
              <ClassChip option={option} none={isTags ? t('common.noTags') : undefined} />
              <span className="scheme-preview__track">
                <span style={{ width: `${(count / most) * 100}%`, background: optionSolid(option?.color ?? 'gray') }} />
              </span>
              <span className="scheme-preview__count">{count.toLocaleString(lang)}</span>
              <span className="scheme-preview__share">{percent(data.rows === 0 ? 0 : count / data.rows)}</span>
            </li>
          )
        })}
      </ul>
      {outOfScope <= 0 ? null : <p className="rule__note">{t('schemes.outOfScope', { count: outOfScope })}</p>}
      <p className="scheme-preview__moved">
        {!valid
          ? t('schemes.preview.mendFirst')
          : data.moved === 0
            ? t(isTags ? 'schemes.preview.nobodyTags' : 'schemes.preview.nobody')
            : t(isTags ? 'schemes.preview.movedTags' : 'schemes.preview.moved', { count: data.moved })}
      </p>
      {valid ? <PreviewMoves draft={draft} options={options} moves={data.moves} /> : null}
    </section>
  )
}

function PreviewChart({ draft, valid, onRule }: SchemePreviewProps) {
  const base = useBase()
  const words = useWords()
  const { rule } = draft
  const options = optionsOf(draft, base)
  const isScatter = rule.kind === 'rfm'
  const hasMeasure = !withoutMeasure.has(rule.kind) && !isScatter
  const distribution = useOperation('schemes.distribution', draft, { enabled: valid && hasMeasure, keepPrevious: true })
  const points = useOperation('schemes.rfmPoints', { ...draft, limit: 600 }, { enabled: valid && isScatter, keepPrevious: true })
  if (isScatter) return points.data === undefined ? null : <RfmScatter points={points.data} options={options} />
  if (!hasMeasure || distribution.data === undefined) return null
  if (rule.kind === 'pareto') return <ShareCurve distribution={distribution.data} rule={rule} options={options} />
  // A rank has no place on the scale, so its bars are of no class.
  const isFixed = rule.kind === 'percentile' && rule.percentile === null
  const lowest = 'bands' in rule ? (rule.bands[0]?.optionId ?? null) : isFixed ? rule.lowerOptionId : null
  return (
    <MeasureChart
      bins={distribution.data.bins}
      points={cutPoints(rule)}
      options={options}
      lowestOptionId={lowest}
      format={(value) => (rule.kind === 'alive' ? percent(value) : amount(metricOf(rule), value, words))}
      onMove={(index, value) => onRule(moveCutPoint(rule, index, value))}
    />
  )
}
