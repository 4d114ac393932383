import type { Member } from '#shared/model/member.ts'
import { create } from 'zustand'

/** Who last wrote a follow-up in this window: most likely who writes the next one. */
const useLastAuthor = create<{ id: number | null; remember: (id: number | null) => void }>((set) => ({
  id: null,
  remember: (id) => set({ id }),
}))

/** The member a new follow-up is by, until another is chosen. */
export function useAuthor(members: readonly Member[]): { id: number | null; remember: (id: number | null) => void } {
  const { id, remember } = useLastAuthor()
  return { id: authorOf(members, id), remember }
}

/** Who wrote last; where nobody did, the only active member there is. */
export function authorOf(members: readonly Member[], last: number | null): number | null {
  const active = members.filter((member) => member.active)
  if (active.some((member) => member.id === last)) return last
  return active.length === 1 ? (active[0]?.id ?? null) : null
}
