import type { Translate } from '#shared/i18n/translate.ts'
import type { ChartChoice } from './chartChoices.ts'

/** What a choice is called in the list, and the picture's title. */
export function choiceTitle({ group, column }: ChartChoice, t: Translate): string {
  const name = column?.name ?? ''
  switch (group) {
    case 'classes':
    case 'columns':
      return t('charts.byColumn', { column: name })
    case 'months':
      return t('charts.byMonth', { column: name })
    case 'followUps':
      return t('charts.followUpsPerWeek')
    case 'share':
      return t('charts.cumulativeShare', { column: name })
  }
}
