import { create } from 'zustand'

type Actors = { actors: Readonly<Record<string, number | null>>; choose: (path: string, memberId: number | null) => void }

/** Who is at this keyboard, by base; remembered on this computer and told to the engine when the base opens. */
export function useActor(path: string): { actorId: number | null; chooseActor: (memberId: number | null) => void } {
  const actorId = useActors((state) => state.actors[path] ?? null)
  const choose = useActors((state) => state.choose)
  return { actorId, chooseActor: (memberId) => choose(path, memberId) }
}

/** Who was at this keyboard when the base was last open. */
export const rememberedActor = (path: string): number | null => useActors.getState().actors[path] ?? null

const key = 'kebu:actors'

const useActors = create<Actors>((set, get) => ({
  actors: read(),
  choose: (path, memberId) => {
    set({ actors: { ...get().actors, [path]: memberId } })
    localStorage.setItem(key, JSON.stringify(get().actors))
  },
}))

function read(): Record<string, number | null> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '{}')
    return isActors(kept) ? kept : {}
  } catch {
    return {}
  }
}

function isActors(kept: unknown): kept is Record<string, number | null> {
  return typeof kept === 'object' && kept !== null
}
