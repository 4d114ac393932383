import type { MenuProps } from 'antd'
import type { Sort } from '#shared/model/view.ts'
import { createContext, use } from 'react'

/** What headers of columns show and offer; the screen around the grid provides it. */
export type GridHeaders = {
  directionOf: (columnId: number) => Sort['direction'] | null
  menuOf: (columnId: number) => MenuProps['items']
  edit: (columnId: number) => void
  /** Ticks every row of the list, or none. */
  toggleAll: () => void
  allTicked: boolean
}

export const GridHeadersContext = createContext<GridHeaders | null>(null)

export const useGridHeaders = (): GridHeaders | null => use(GridHeadersContext)
