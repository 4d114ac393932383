import { z } from 'zod'
import { langSchema } from '../i18n/lang.ts'
import type { OptionColorKey } from '../model/optionColors.ts'
import { schemeCodes, type SchemeCode } from '../model/roles.ts'
import type { Scheme } from '../model/scheme.ts'
import type { SchemePreview } from './classes.ts'
import { read, write } from './operation.ts'

export const libraryGroups = ['basis', 'value', 'behaviour', 'lifeCycle', 'profile', 'service'] as const
export type LibraryGroup = (typeof libraryGroups)[number]

/** A scheme that can be had with one click, told in the language asked for. */
export type LibraryEntry = {
  code: SchemeCode
  group: LibraryGroup
  name: string
  /** The table whose rows it classes, as it is called in the base, or would be; its id where it is there. */
  table: { name: string; id: number | null }
  /** What it says, in one sentence. */
  about: string
  classes: { name: string; color: OptionColorKey }[]
  /** The scheme of the base that came from it, when it is there. */
  schemeId: number | null
  /** Names of columns that would be made, the one for the classes left out; and of tables that are gone. */
  adds: string[]
  addsTables: string[]
}

/** What a newer version of a scheme would change; see `docs/schemes/README.md`. */
export type NewerScheme = {
  /** Whether the rule itself is another, and not only what it reads. */
  changesRule: boolean
  /** Columns that would measure otherwise, for everything that reads them; and names of those that would be made. */
  columnIds: number[]
  adds: string[]
  /** Who would move; null where that is known only when those columns are there. */
  preview: Pick<SchemePreview, 'moved' | 'moves'> | null
  /** How it would class then; null likewise. */
  classes: Pick<Scheme, 'rule' | 'scope' | 'fallbackOptionId'> | null
}

export const schemeLibraryOperations = {
  'schemes.library': read<LibraryEntry[]>()(z.object({ lang: langSchema })),
  /** Makes the schemes that are not there yet, with all they read, as one change; answers those asked for. */
  'schemes.addFromLibrary': write<{ schemes: Scheme[] }>()(z.object({ codes: z.array(z.enum(schemeCodes)).min(1), lang: langSchema })),
  /** Whether there is a newer version of a scheme that is as it came from a template; null where there is none, or its owner changed it. */
  'schemes.newer': read<NewerScheme | null>()(z.object({ schemeId: z.number().int().positive(), lang: langSchema })),
  /** Brings it up to date as one change; nothing happens where there is no newer version. */
  'schemes.renew': write<Scheme>()(z.object({ schemeId: z.number().int().positive(), lang: langSchema })),
}
