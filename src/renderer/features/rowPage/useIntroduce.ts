import type { AppError } from '#shared/contract/error.ts'
import { newMember } from '../../client/newMember.ts'
import { useBase } from '../../client/useBase.ts'
import { useWrite } from '../../client/useWrite.ts'

/** Whoever sits at the keyboard says their name: they join the team, and the base knows who they are. */
export function useIntroduce(): { run: (name: string) => Promise<number | null>; pending: boolean; error: AppError | null } {
  const { description, members } = useBase()
  const create = useWrite('members.create')
  const setActor = useWrite('base.setActor')
  return {
    run: async (name) => {
      const member = await create.run(newMember(name, members))
      if (member === null) return null
      if (description.actorId === null) await setActor.run({ memberId: member.id })
      return member.id
    },
    pending: create.pending || setActor.pending,
    error: create.error ?? setActor.error,
  }
}
