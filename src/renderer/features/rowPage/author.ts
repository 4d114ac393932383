import type { Member } from '#shared/model/member.ts'
import { create } from 'zustand'
import { useBase } from '../../client/useBase.ts'

/** Who last wrote a follow-up in this window, where it does not know who sits at it. */
const useLastAuthor = create<{ id: number | null; remember: (id: number | null) => void }>((set) => ({
  id: null,
  remember: (id) => set({ id }),
}))

/** The member a new follow-up is by, until another is chosen. */
export function useAuthor(): { id: number | null; remember: (id: number | null) => void } {
  const { description, members } = useBase()
  const { id, remember } = useLastAuthor()
  return { id: authorOf(members, [description.actorId, id]), remember }
}

/** The first of the likely ones who is still active; else the only active member there is. */
export function authorOf(members: readonly Member[], likely: readonly (number | null)[]): number | null {
  const active = new Set(members.filter((member) => member.active).map((member) => member.id))
  const known = likely.find((id) => id !== null && active.has(id))
  return known ?? (active.size === 1 ? ([...active][0] ?? null) : null)
}
