import type { GrantedPaths } from './grantedPaths.ts'

/** Whether every file an operation's input names is one the user has chosen. */
export function pathsAreGranted(input: unknown, granted: GrantedPaths): boolean {
  const { path, rejectionFolder } = namedIn(input)
  return (path === null || granted.allows(path)) && (rejectionFolder === null || granted.allowsFolder(rejectionFolder))
}

/** Files that an operation wrote by the user's wish may be named afterwards, to show them in their folder. */
export function grantWritten(output: unknown, granted: GrantedPaths): void {
  const { path, rejectionFile } = namedIn(output)
  if (path !== null) granted.grant(path)
  if (rejectionFile !== null) granted.grant(rejectionFile)
}

/** The contract names files by these keys and no others; a test holds it to that. */
export const pathKeys = ['path', 'rejectionFolder', 'rejectionFile'] as const

function namedIn(value: unknown): Record<(typeof pathKeys)[number], string | null> {
  const found = { path: null, rejectionFolder: null, rejectionFile: null }
  if (typeof value !== 'object' || value === null) return found
  const text = (key: string) => {
    const held: unknown = Reflect.get(value, key)
    return typeof held === 'string' ? held : null
  }
  return { path: text('path'), rejectionFolder: text('rejectionFolder'), rejectionFile: text('rejectionFile') }
}
