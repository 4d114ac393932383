type KeyEvent = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>

/** Whether a key press is the keys of a command: `isKeys('Mod+Shift+Z', event, 'linux')`. */
export function isKeys(keys: string, event: KeyEvent, platform: string): boolean {
  const parts = keys.split('+')
  const key = parts.at(-1) ?? ''
  const isMac = platform === 'darwin'
  return (
    event.key.toLowerCase() === key.toLowerCase() &&
    (isMac ? event.metaKey : event.ctrlKey) === parts.includes('Mod') &&
    !(isMac ? event.ctrlKey : event.metaKey) &&
    event.shiftKey === parts.includes('Shift') &&
    event.altKey === parts.includes('Alt')
  )
}

/** Keys as a person reads them: `Ctrl Shift Z`, `⌘ ⇧ Z`. */
export function keysText(keys: string, platform: string): string {
  return keys
    .split('+')
    .map((part) => (platform === 'darwin' ? (macSigns[part] ?? part) : (signs[part] ?? part)))
    .join(' ')
}

const macSigns: Readonly<Record<string, string>> = { Mod: '⌘', Shift: '⇧', Alt: '⌥', Enter: '↩', Escape: 'Esc' }
const signs: Readonly<Record<string, string>> = { Mod: 'Ctrl', Escape: 'Esc' }
