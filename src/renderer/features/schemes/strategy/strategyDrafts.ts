import { create } from 'zustand'
import type { StrategyDraft } from './strategyEdit.ts'

type ByClass = Readonly<Record<number, StrategyDraft>>

type StrategyDrafts = {
  /** By the scheme's uid, which no other base has, and the class. */
  drafts: Readonly<Record<string, ByClass>>
  /** Null gives it up. */
  keep: (uid: string, optionId: number, draft: StrategyDraft | null) => void
}

/** Strategies that are being written: they stay while one looks at another part, another scheme or the table. */
export const useStrategyDrafts = create<StrategyDrafts>((set) => ({
  drafts: {},
  keep: (uid, optionId, draft) => set(({ drafts }) => ({ drafts: { ...drafts, [uid]: withDraft(drafts[uid] ?? {}, optionId, draft) } })),
}))

function withDraft(known: ByClass, optionId: number, draft: StrategyDraft | null): ByClass {
  const { [optionId]: _, ...others } = known
  return draft === null ? others : { ...others, [optionId]: draft }
}
