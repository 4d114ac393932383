import type { Translate } from '#shared/i18n/translate.ts'
import type { PatternFailure } from '#shared/lib/pattern.ts'

/** Why a regular expression cannot be used. */
export function patternProblem({ reason, part }: PatternFailure, t: Translate): string {
  switch (reason) {
    case 'syntax':
      return part === '' ? t('filter.patternEnds') : t('filter.patternSyntax', { part })
    case 'unsupported':
      return t('filter.patternUnsupported', { part })
    case 'tooLong':
      return t('filter.patternTooLong')
  }
}
