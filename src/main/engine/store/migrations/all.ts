import { migration0001 } from './0001.ts'
import { migration0002 } from './0002.ts'
import { migration0003 } from './0003.ts'
import { migration0004 } from './0004.ts'
import { migration0005 } from './0005.ts'
import { migration0006 } from './0006.ts'
import { migration0007 } from './0007.ts'
import type { Migration } from './migration.ts'

/** In order; the version of the last is the format this program writes. */
export const migrations: readonly Migration[] = [
  migration0001,
  migration0002,
  migration0003,
  migration0004,
  migration0005,
  migration0006,
  migration0007,
]

export const currentVersion = migrations.length
