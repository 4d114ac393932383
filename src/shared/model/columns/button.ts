import { fail } from '../../lib/result.ts'
import type { ColumnOf } from '../column.ts'
import type { ColumnKind } from './kind.ts'

/** A column that does something and holds nothing: its cells are empty, and there is nothing in them to ask for. */
export const button: ColumnKind<'button'> = {
  type: 'button',
  storage: 'BLOB',
  searchable: false,
  operators: [],
  defaultSettings: { label: '', color: 'blue', actions: [], condition: null, confirm: '' },
  format: () => '',
  parse: () => fail('computed'),
}

/** What stands on a button. */
export const buttonLabel = ({ name, settings }: Pick<ColumnOf<'button'>, 'name' | 'settings'>): string =>
  settings.label.trim() === '' ? name : settings.label.trim()
