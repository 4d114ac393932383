import type { Translate } from '#shared/i18n/translate.ts'
import type { SchemeStep } from './schemeSteps.ts'

/** How far a step is, in a few words. */
export function stepText(said: SchemeStep['said'], t: Translate): string {
  switch (said.key) {
    case 'lacking':
    case 'unset':
    case 'classes':
    case 'tags':
      return t(`schemes.steps.${said.key}`, { count: said.count })
    case 'written':
      return t('schemes.steps.written', { count: said.count, all: said.all })
    case 'oneClass':
      return t('schemes.steps.oneClass', { name: said.name })
    case 'from':
      return t('schemes.steps.from', { day: said.day })
    default:
      return t(`schemes.steps.${said.key}`)
  }
}
