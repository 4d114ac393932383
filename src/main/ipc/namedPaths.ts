import type { GrantedPaths } from './grantedPaths.ts'

/** Whether every file an operation's input names is one the user has chosen. */
export function pathsAreGranted(input: unknown, granted: GrantedPaths): boolean {
  const { path, paths, rejectionFolder } = namedIn(input)
  return (
    paths.every((each) => granted.allows(each)) &&
    (path === null || granted.allows(path)) &&
    (rejectionFolder === null || granted.allowsFolder(rejectionFolder))
  )
}

/** Files that an operation wrote by the user's wish may be named afterwards, to show them in their folder. */
export function grantWritten(output: unknown, granted: GrantedPaths): void {
  const { path, rejectionFile } = namedIn(output)
  if (path !== null) granted.grant(path)
  if (rejectionFile !== null) granted.grant(rejectionFile)
}

/** The contract names files by these keys and no others; a test holds it to that. */
export const pathKeys = ['path', 'paths', 'rejectionFolder', 'rejectionFile'] as const

type Named = { path: string | null; paths: string[]; rejectionFolder: string | null; rejectionFile: string | null }

function namedIn(value: unknown): Named {
  if (typeof value !== 'object' || value === null) return { path: null, paths: [], rejectionFolder: null, rejectionFile: null }
  const held = (key: (typeof pathKeys)[number]): unknown => Reflect.get(value, key)
  const text = (key: (typeof pathKeys)[number]) => {
    const found = held(key)
    return typeof found === 'string' ? found : null
  }
  const paths = held('paths')
  return {
    path: text('path'),
    paths: Array.isArray(paths) ? paths.map(String) : [],
    rejectionFolder: text('rejectionFolder'),
    rejectionFile: text('rejectionFile'),
  }
}
