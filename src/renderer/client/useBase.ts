import { createContext, use } from 'react'
import type { Base } from './base.ts'

/** The open base; the shell provides it once it has been described. */
export const BaseContext = createContext<Base | null>(null)

export const useBaseOrNull = (): Base | null => use(BaseContext)

/** The open base, inside the frame, where there always is one. */
export function useBase(): Base {
  const base = use(BaseContext)
  if (base === null) throw new Error('useBase outside an open base')
  return base
}
