import { hueKeys } from '#shared/model/optionColors.ts'
import type { Member } from '#shared/model/member.ts'
import type { Input } from './operations.ts'

/** One more person of the team, in the colour that follows those there are. */
export function newMember(name: string, members: readonly Member[]): Input<'members.create'> {
  return { name: name.trim(), color: hueKeys[members.length % hueKeys.length] ?? 'gray' }
}
