import { dirname, isAbsolute, normalize } from 'node:path'

/**
 * The files the window may name: those the user picked in a dialog, dropped on the window, or opened before.
 * A page that was taken over by hostile content can reach no others.
 */
export type GrantedPaths = {
  grant(path: string): void
  allows(path: string): boolean
  /** Whether a file of this folder was granted. */
  allowsFolder(folder: string): boolean
}

export function grantedPaths(): GrantedPaths {
  const files = new Set<string>()
  const folders = new Set<string>()
  return {
    grant: (path) => {
      if (!isAbsolute(path)) return
      files.add(normalize(path))
      folders.add(dirname(normalize(path)))
    },
    allows: (path) => files.has(normalize(path)),
    allowsFolder: (folder) => folders.has(normalize(folder)),
  }
}
