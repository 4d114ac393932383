import type { CellValue } from '../model/cell.ts'
import type { HistoryState } from './base.ts'

/** What a commit touched, so that each part of the window refetches only its own. */
export type ChangedEvent = {
  /** Row lists and cells of these tables are no longer what they were. */
  tables: {
    tableId: number
    /** Columns whose cells changed, computed ones included. */ columnIds: number[]
    /** Null when there are too many to name. */ rowIds: number[] | null
    /** Whether rows came or went. */ rowsChanged: boolean
    rowCount: number
    /**
     * By columns whose values can be lanes, each value that their cells of touched rows had before or have now. Of a column
     * that is missing it is not known; of rows that stay where they are, what they hold may be missing.
     */
    values?: Record<number, CellValue[]>
  }[]
  /** Tables, columns, views, schemes or members changed: describe the base again. */
  schema: boolean
  history: HistoryState
}

export type ProgressEvent = {
  callId: string
  phase: 'reading' | 'writing' | 'linking' | 'computing' | 'indexing' | 'exporting'
  done: number
  total: number | null
}

/** A menu or shortcut of the operating system asks the window to run one of its commands. */
export type CommandEvent = { command: string }

export type AppEvents = {
  changed: ChangedEvent
  progress: ProgressEvent
  command: CommandEvent
  baseOpened: { path: string; readOnly: boolean }
  baseClosed: null
  themeChanged: { isDark: boolean }
}

/** What the preload script offers the page, and nothing else. */
export type Bridge = {
  invoke: (name: string, input: unknown, callId: string) => Promise<unknown>
  cancel: (callId: string) => void
  subscribe: (listener: (name: keyof AppEvents, payload: AppEvents[keyof AppEvents]) => void) => () => void
  /** The path of a file the user dropped on the window. */
  pathOfDroppedFile: (file: unknown) => string
}
