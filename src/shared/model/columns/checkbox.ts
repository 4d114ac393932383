import { translator } from '../../i18n/translate.ts'
import { parseYesNo } from '../../lib/checkbox.ts'
import { fail, ok } from '../../lib/result.ts'
import type { ColumnKind } from './kind.ts'

export const checkbox: ColumnKind<'checkbox'> = {
  type: 'checkbox',
  storage: 'INTEGER',
  searchable: false,
  operators: ['isChecked', 'isUnchecked'],
  defaultSettings: {},
  format(value, _column, { lang }) {
    if (value === null) return ''
    return translator(lang)(value === 0 ? 'common.no' : 'common.yes')
  },
  parse(typed) {
    if (typed.trim() === '') return ok(null)
    const checked = parseYesNo(typed)
    return checked === null ? fail('invalidCheckbox') : ok(checked ? 1 : 0)
  },
}
