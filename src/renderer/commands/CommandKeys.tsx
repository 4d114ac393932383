import { useCommandKeys } from './useCommands.ts'

/** Listens for the keys of commands while it is on screen. */
export function CommandKeys() {
  useCommandKeys()
  return null
}
