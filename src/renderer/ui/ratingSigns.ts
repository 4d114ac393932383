import type { RatingIcon } from '#shared/model/column.ts'

/** The signs of a rating as paths in a box of 16; the grid draws them without React. */
export const ratingSigns: Readonly<Record<RatingIcon, string>> = {
  star: 'M8 1.3l2.05 4.25 4.65.6-3.4 3.25.85 4.6L8 11.75 3.85 14l.85-4.6-3.4-3.25 4.65-.6z',
  heart: 'M8 14S1.7 10.2 1.7 5.8A3.35 3.35 0 0 1 8 4.3a3.35 3.35 0 0 1 6.3 1.5C14.3 10.2 8 14 8 14z',
  flag: 'M3.2 1.5h1.3v.8h9l-2.3 3.4 2.3 3.5h-9v5.3H3.2z',
  bolt: 'M9.6 1L3 9.1h4.1L6.3 15 13 6.9H8.8z',
}
