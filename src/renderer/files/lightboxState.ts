import type { StoredFile } from '#shared/model/file.ts'
import { create } from 'zustand'

type LightboxState = {
  files: readonly StoredFile[]
  /** Which of them is looked at; null when the lightbox is closed. */
  at: number | null
  open: (files: readonly StoredFile[], at: number) => void
  step: (by: number) => void
  close: () => void
}

/** What is looked at in large, over whatever else is on the screen. */
export const useLightbox = create<LightboxState>((set) => ({
  files: [],
  at: null,
  open: (files, at) => set({ files, at }),
  step: (by) => set(({ files, at }) => (at === null ? {} : { at: (at + by + files.length) % files.length })),
  close: () => set({ at: null }),
}))
