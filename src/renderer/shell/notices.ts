import type { AppError } from '#shared/contract/error.ts'
import type { Lang } from '#shared/i18n/lang.ts'
import type { Translate } from '#shared/i18n/translate.ts'
import { create } from 'zustand'

/** A sentence in whichever language the window speaks when it is read: that may be switched while it stands there. */
export type Said = (t: Translate, lang: Lang) => string

/** A line in the foot bar: what was done and a way back, or what went wrong. */
export type Notice = {
  id: number
  tone: 'done' | 'problem'
  text: Said
  action?: { label: Said; run: () => void }
  /** Offers the way back, which the foot bar knows: whoever told of the deed may be gone by then. */
  canUndo?: boolean
}

type Notices = {
  notice: Notice | null
  notify: (notice: Omit<Notice, 'id'>) => void
  dismiss: (id: number) => void
}

/** The latest notice; a newer one takes its place. */
export const useNotices = create<Notices>((set) => ({
  notice: null,
  notify: (notice) => set({ notice: { ...notice, id: ++count } }),
  dismiss: (id) => set((state) => (state.notice?.id === id ? { notice: null } : state)),
}))

/** Shows an error that has no better place than the foot bar. */
export function notifyError(error: AppError): void {
  if (error.code !== 'cancelled') useNotices.getState().notify({ tone: 'problem', text: (_, lang) => error.message[lang] })
}

let count = 0
