import type { RatingIcon } from '#shared/model/column.ts'
import { ratingSigns } from './ratingSigns.ts'
import { classes } from './classes.ts'
import './rating.css'

/** So many of a sign, of the most there can be. */
export function Rating({ count, max, icon }: { count: number; max: number; icon: RatingIcon }) {
  return (
    <span className="rating" role="img" aria-label={`${count} / ${max}`}>
      {Array.from({ length: Math.max(max, count) }, (_, place) => (
        <RatingSign key={place} icon={icon} on={place < count} />
      ))}
    </span>
  )
}

export function RatingSign({ icon, on }: { icon: RatingIcon; on: boolean }) {
  return (
    <svg className={classes('rating__sign', on && 'rating__sign--on')} viewBox="0 0 16 16" aria-hidden>
      <path d={ratingSigns[icon]} />
    </svg>
  )
}
