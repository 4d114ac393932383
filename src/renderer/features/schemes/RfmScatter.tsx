import type { RfmPoint } from '#shared/contract/classes.ts'
import type { Option } from '#shared/model/option.ts'
import { useT } from '../../ui/lang.ts'
import { optionSolid } from '../../ui/tokens/optionColorStyle.ts'

/** Customers by days since the last order and number of orders, larger for more money, in the colours of their classes. */
export function RfmScatter({ points, options }: { points: readonly RfmPoint[]; options: readonly Option[] }) {
  const t = useT()
  if (points.length === 0) return <p className="measure-chart__none">{t('schemes.chart.none')}</p>
  const mostDays = Math.max(1, ...points.map(({ recency }) => recency))
  const mostOrders = Math.max(1, ...points.map(({ frequency }) => frequency))
  const mostMoney = Math.max(1, ...points.map(({ monetary }) => monetary))
  // Square roots spread the many who bought little, as their area is what the eye compares.
  const x = (days: number): number => 6 + 288 * (1 - Math.sqrt(Math.max(0, days) / mostDays))
  const y = (orders: number): number => 134 - 128 * Math.sqrt(Math.max(0, orders) / mostOrders)
  return (
    <figure className="rfm-scatter" aria-label={t('schemes.chart.scatter')}>
      <svg viewBox="0 0 300 140" role="img" aria-hidden="true">
        {points.map((point, index) => (
          <circle
            // Customers have no names here, and stand still.
            // eslint-disable-next-line react/no-array-index-key
            key={index}
            cx={x(point.recency)}
            cy={y(point.frequency)}
            r={2 + 5 * Math.sqrt(Math.max(0, point.monetary) / mostMoney)}
            style={{ fill: optionSolid(options.find(({ id }) => id === point.optionId)?.color ?? 'gray') }}
          />
        ))}
      </svg>
      <figcaption className="measure-chart__scale">
        <span>{t('schemes.chart.longAgo', { days: mostDays })}</span>
        <span>{t('schemes.chart.scatterNote')}</span>
        <span>{t('schemes.chart.lately')}</span>
      </figcaption>
    </figure>
  )
}
