import { create } from 'zustand'
import type { SchemeDraft } from './schemeDraft.ts'

type SchemeDrafts = {
  /** By the scheme's uid, which no other base has. */
  drafts: Readonly<Record<string, SchemeDraft>>
  /** Null gives it up. */
  keep: (uid: string, draft: SchemeDraft | null) => void
}

/** Rules that are being changed: they stay while one looks at another scheme or goes back to the table. */
export const useSchemeDrafts = create<SchemeDrafts>((set) => ({
  drafts: {},
  keep: (uid, draft) =>
    set((state) => {
      const { [uid]: _, ...others } = state.drafts
      return { drafts: draft === null ? others : { ...others, [uid]: draft } }
    }),
}))
