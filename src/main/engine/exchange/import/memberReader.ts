import { cleanLine } from '#shared/lib/text.ts'
import type { CellValue } from '#shared/model/cell.ts'
import { memberNamed } from '#shared/model/columns/member.ts'
import { splitOptionNames } from '#shared/model/columns/options.ts'
import { writeIds } from '#shared/model/idList.ts'
import type { Member } from '#shared/model/member.ts'
import { hueKeys } from '#shared/model/optionColors.ts'
import { newUidText } from '../../store/uid.ts'

/** Reads names into members, and makes members as it meets names that are none yet: an owner's book names the team. */
export type MemberReader = {
  /** False for a name that several members have, and for several names in one cell. Makes nothing. */
  accepts(text: string): boolean
  read(text: string): number | null
  /** The same for a cell that may name several, as they are parted: 李雷、韩梅梅. */
  acceptsAll(text: string): boolean
  readAll(text: string): CellValue
  created(): readonly Member[]
  all(): readonly Member[]
}

export function memberReader(members: readonly Member[], newId: () => number): MemberReader {
  const all = [...members]
  const known = new Map<string, number | null>()
  const accepts = (text: string): boolean => {
    const name = cleanLine(text)
    if (name === '' || memberNamed(all, name) !== null) return true
    const isOneName = !/[、，,；;/|&]/.test(name)
    return isOneName && !all.some((member) => memberNamed([member], name) !== null)
  }
  const idOf = (text: string): number | null => {
    const name = cleanLine(text)
    const found = memberNamed(all, name)
    if (found !== null || name === '') return found?.id ?? null
    const member = { id: newId(), uid: newUidText(), name: withoutGaps(name), color: hueKeys[all.length % hueKeys.length] ?? 'gray', active: true }
    all.push(member)
    return member.id
  }
  const namesIn = (text: string): string[] => splitOptionNames(all, text)
  return {
    accepts: (text) => known.has(text) || accepts(text),
    acceptsAll: (text) => namesIn(text).every(accepts),
    readAll: (text) => writeIds(namesIn(text).flatMap((name) => idOf(name) ?? [])),
    read: (text) => {
      const seen = known.get(text)
      if (seen !== undefined) return seen
      const id = idOf(text)
      known.set(text, id)
      return id
    },
    created: () => all.slice(members.length),
    all: () => all,
  }
}

/** 李 雷 is 李雷, set apart to stand under a name of three characters. */
const withoutGaps = (name: string): string => name.replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, '')
