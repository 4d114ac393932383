import { readAddress } from '#shared/model/address.ts'
import type { CellValue } from '#shared/model/cell.ts'
import type { Column } from '#shared/model/column.ts'
import { readGeolocation } from '#shared/model/geolocation.ts'
import { readFiles } from '#shared/model/file.ts'
import { readIds } from '#shared/model/idList.ts'
import type { Member } from '#shared/model/member.ts'

/** A cell for programs: names instead of ids, true and false, lists and objects; numbers and ISO dates as they are. */
export function plainValue(shown: Column, value: CellValue, members: readonly Member[]): unknown {
  if (value === null) return null
  switch (shown.type) {
    case 'checkbox':
      return value === 1
    case 'singleSelect':
      return optionName(shown, Number(value))
    case 'multipleSelect':
      return readIds(value).map((id) => optionName(shown, id))
    case 'member':
    case 'createdBy':
    case 'modifiedBy':
      return members.find(({ id }) => id === value)?.name ?? null
    case 'members':
      return readIds(value).map((id) => members.find((one) => one.id === id)?.name ?? null)
    case 'geolocation':
      return readGeolocation(value)
    case 'file':
    case 'image':
    case 'signature':
      return readFiles(value)
    case 'address':
      return readAddress(value)
    default:
      return value
  }
}

function optionName(shown: Column & { type: 'singleSelect' | 'multipleSelect' }, id: number): string | null {
  return shown.settings.options.find((option) => option.id === id)?.name ?? null
}
