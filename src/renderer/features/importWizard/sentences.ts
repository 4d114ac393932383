import type { ColumnGuess } from '#shared/contract/exchange.ts'
import { assertNever } from '#shared/lib/assertNever.ts'
import type { Translate } from '#shared/i18n/translate.ts'
import type { Problem, Warning } from './problems.ts'

export const problemSentence = (problem: Problem, t: Translate): string => t(`importWizard.problem.${problem.code}`)

export function warningSentence(warning: Warning, t: Translate): string {
  switch (warning.code) {
    case 'requiredUnmapped':
      return t('importWizard.warning.requiredUnmapped', { column: warning.column })
    case 'typesDiffer':
      return t('importWizard.warning.typesDiffer', { type: t(`columns.type.${warning.type}`) })
    case 'autoNumberNotKey':
      return t('importWizard.warning.autoNumberNotKey')
    default:
      return assertNever(warning)
  }
}

/** The name of a type that an import can make. */
export function guessName(type: ColumnGuess['type'], t: Translate): string {
  return type === 'currency' || type === 'percent' ? t(`importWizard.type.${type}`) : t(`columns.type.${type}`)
}

export const importTypes = [
  'text',
  'longText',
  'number',
  'currency',
  'percent',
  'date',
  'dateTime',
  'checkbox',
  'singleSelect',
  'multipleSelect',
  'phone',
  'email',
  'address',
  'geolocation',
  'url',
  'duration',
  'rating',
  'progress',
] as const satisfies readonly ColumnGuess['type'][]
