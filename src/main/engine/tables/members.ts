import { Failure } from '#shared/contract/failure.ts'
import type { ParsedInput } from '#shared/contract/engine.ts'
import { appError } from '#shared/i18n/appError.ts'
import type { Member } from '#shared/model/member.ts'
import type { WriteContext } from '../history/writeContext.ts'
import { newUidText } from '../store/uid.ts'

export function createMember(context: WriteContext, input: ParsedInput<'members.create'>): Member {
  const member: Member = { id: context.newId('member'), uid: newUidText(), name: input.name, color: input.color, active: true }
  context.apply({ schema: [{ kind: 'member', id: member.id, from: null, to: member }] })
  return member
}

export function updateMember(context: WriteContext, input: ParsedInput<'members.update'>): Member {
  const member = context.schema.members.get(input.id)
  if (member === undefined) throw new Failure(appError('member.notFound'))
  const changed = { ...member, ...input }
  context.apply({ schema: [{ kind: 'member', id: member.id, from: member, to: changed }] })
  return changed
}
