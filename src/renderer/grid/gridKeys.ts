/** What a key does in the grid when no editor is open. */
export type GridKey =
  | { kind: 'edit'; typed: string | null }
  /** An input method begins a word: the editor must be there before its first letter. */
  | { kind: 'compose' }
  | { kind: 'clear' }
  | { kind: 'open' }
  | { kind: 'step'; lines: number; columns: number; extend: boolean }
  | { kind: 'edge'; edge: 'rowStart' | 'rowEnd' | 'top' | 'bottom'; extend: boolean }
  | { kind: 'all' }
  | { kind: 'leave' }
  /** The menu of the column in which the cell stands. */
  | { kind: 'columnMenu' }

type KeyEvent = Pick<KeyboardEvent, 'key' | 'keyCode' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey' | 'isComposing'>

/** Reads a key as a spreadsheet does; null leaves it to the grid library or to commands. */
export function gridKey(event: KeyEvent): GridKey | null {
  const { key, shiftKey: extend, altKey } = event
  const mod = event.ctrlKey || event.metaKey
  // 229 is the key code of a key that an input method has taken.
  if (event.keyCode === 229 || event.isComposing || key === 'Process') return { kind: 'compose' }
  if (altKey) return key === 'ArrowDown' && !mod && !extend ? { kind: 'columnMenu' } : null
  if (mod) return modKey(key, extend)
  switch (key) {
    case 'Enter':
    case 'F2':
      return { kind: 'edit', typed: null }
    case 'Delete':
    case 'Backspace':
      return { kind: 'clear' }
    case ' ':
      return { kind: 'open' }
    case 'Escape':
      return { kind: 'leave' }
    case 'Home':
      return { kind: 'edge', edge: 'rowStart', extend }
    case 'End':
      return { kind: 'edge', edge: 'rowEnd', extend }
    case 'ArrowDown':
      return { kind: 'step', lines: 1, columns: 0, extend }
    case 'ArrowUp':
      return { kind: 'step', lines: -1, columns: 0, extend }
    case 'ArrowRight':
      return { kind: 'step', lines: 0, columns: 1, extend }
    case 'ArrowLeft':
      return { kind: 'step', lines: 0, columns: -1, extend }
    case 'Tab':
      return { kind: 'step', lines: 0, columns: extend ? -1 : 1, extend: false }
    default:
      return key.length === 1 ? { kind: 'edit', typed: key } : null
  }
}

function modKey(key: string, extend: boolean): GridKey | null {
  switch (key) {
    case 'Home':
    case 'ArrowUp':
      return { kind: 'edge', edge: 'top', extend }
    case 'End':
    case 'ArrowDown':
      return { kind: 'edge', edge: 'bottom', extend }
    case 'ArrowLeft':
      return { kind: 'edge', edge: 'rowStart', extend }
    case 'ArrowRight':
      return { kind: 'edge', edge: 'rowEnd', extend }
    case 'a':
    case 'A':
      return { kind: 'all' }
    default:
      return null
  }
}
