import type { Distribution } from '#shared/contract/classes.ts'
import type { Option } from '#shared/model/option.ts'
import type { RuleOf } from '#shared/model/scheme.ts'
import { useT } from '../../ui/lang.ts'
import { optionSolid } from '../../ui/tokens/optionColorStyle.ts'
import { percent } from '../../words/metricText.ts'

type ShareCurveProps = { distribution: Distribution; rule: RuleOf<'pareto'>; options: readonly Option[] }

/** Who holds how much of the total, from the largest on (Lorenz 1905, turned round), with the shares at which classes end. */
export function ShareCurve({ distribution: { curve, rowsForFourFifths, count }, rule, options }: ShareCurveProps) {
  const t = useT()
  if (curve.length === 0) return <p className="measure-chart__none">{t('schemes.chart.none')}</p>
  const path = curve.map(({ rows, share }, index) => `${index === 0 ? 'M' : 'L'}${rows * 300} ${(1 - share) * 140}`).join(' ')
  const labels = labelPlaces(rule.shares.map(({ below }) => (1 - below) * 140 + 4))
  return (
    <figure className="share-curve" aria-label={t('schemes.chart.curve')}>
      <svg viewBox="-2 -12 334 158" role="img" aria-hidden="true">
        <path d="M0 140 L300 0" className="share-curve__even" />
        {rule.shares.map(({ below, optionId }, index) => (
          <g key={optionId}>
            <line
              x1="0"
              x2="300"
              y1={(1 - below) * 140}
              y2={(1 - below) * 140}
              style={{ stroke: optionSolid(options.find(({ id }) => id === optionId)?.color ?? 'gray') }}
            />
            <text x="304" y={labels[index]}>
              {percent(below)}
            </text>
          </g>
        ))}
        <path d={path} className="share-curve__line" />
      </svg>
      {rowsForFourFifths === null ? null : (
        <figcaption>{t('schemes.chart.fourFifths', { rows: rowsForFourFifths, share: percent(rowsForFourFifths / Math.max(1, count)) })}</figcaption>
      )}
    </figure>
  )
}

/** Places from the lowest up, each far enough above the one before to be read. */
function labelPlaces(wanted: readonly number[]): number[] {
  const places: number[] = []
  for (const place of wanted) places.push(Math.min(place, (places.at(-1) ?? Infinity) - 11))
  return places
}
