import { existsSync } from 'node:fs'
import { basename, extname } from 'node:path'
import { z } from 'zod'
import { settingsSchema, type RecentBase, type Settings } from '#shared/contract/app.ts'
import type { Lang } from '#shared/i18n/lang.ts'
import { jsonFile } from './jsonFile.ts'

const placeSchema = z.object({ x: z.number(), y: z.number(), width: z.number().positive(), height: z.number().positive(), maximized: z.boolean() })
export type WindowPlace = z.infer<typeof placeSchema>

const recentSchema = z.object({ path: z.string(), openedAt: z.string() })

/** What the program remembers from one start to the next, on this computer and for this user. */
export type Preferences = {
  settings(): Settings
  saveSettings(change: { [Key in keyof Settings]?: Settings[Key] | undefined }): Settings
  recent(): RecentBase[]
  addRecent(path: string): void
  forgetRecent(path: string): void
  place(): WindowPlace | null
  savePlace(place: WindowPlace): void
  /** The base to open again at the next start. */
  lastBase(): string | null
  saveLastBase(path: string | null): void
  readonly damagedCopy: string | null
}

const recentLimit = 12

export function preferencesIn(path: string, systemLang: Lang, onError: (error: unknown) => void): Preferences {
  const schema = z.object({
    settings: settingsSchema
      .extend({
        lang: settingsSchema.shape.lang.default(systemLang),
        theme: settingsSchema.shape.theme.default('system'),
        sideBarFolded: settingsSchema.shape.sideBarFolded.default(false),
      })
      .prefault({}),
    recent: z.array(recentSchema).default([]),
    place: placeSchema.nullable().default(null),
    lastBase: z.string().nullable().default(null),
  })
  const file = jsonFile(path, schema, onError)
  return {
    settings: () => file.get().settings,
    saveSettings: (change) => file.update((held) => ({ ...held, settings: settingsSchema.parse({ ...held.settings, ...given(change) }) })).settings,
    recent: () => file.get().recent.map(recentBase),
    addRecent: (added) =>
      void file.update((held) => ({
        ...held,
        recent: [{ path: added, openedAt: new Date().toISOString() }, ...held.recent.filter((other) => other.path !== added)].slice(0, recentLimit),
      })),
    forgetRecent: (forgotten) => void file.update((held) => ({ ...held, recent: held.recent.filter((other) => other.path !== forgotten) })),
    place: () => file.get().place,
    savePlace: (place) => void file.update((held) => ({ ...held, place })),
    lastBase: () => file.get().lastBase,
    saveLastBase: (lastBase) => void file.update((held) => ({ ...held, lastBase })),
    damagedCopy: file.damagedCopy,
  }
}

/** `客户` for `/home/me/客户.kebu`. */
export function nameOfBase(path: string): string {
  return basename(path, extname(path))
}

function recentBase({ path, openedAt }: z.infer<typeof recentSchema>): RecentBase {
  return { path, name: nameOfBase(path), openedAt, missing: !existsSync(path) }
}

/** Without the parts that were left out: they must not replace what is there. */
function given(change: object): object {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
}
