import { z } from 'zod'
import { isOpenable } from '../lib/url.ts'
import { langSchema } from '../i18n/lang.ts'
import { fileHashSchema } from '../model/file.ts'
import { read, write } from './operation.ts'

export const settingsSchema = z.object({
  lang: langSchema,
  theme: z.enum(['light', 'dark', 'system']),
  sideBarFolded: z.boolean(),
})
export type Settings = z.infer<typeof settingsSchema>

export type RecentBase = { path: string; name: string; openedAt: string; missing: boolean }

/** What the window starts from. */
export type AppState = {
  settings: Settings
  recent: RecentBase[]
  openBase: string | null
  readOnly: boolean
  version: string
  platform: string
  isDark: boolean
}

/** Files are only ever named by the main process: the window asks for a dialog and gets a token of the chosen file. */
export type PickedFile = { /** Absolute path, known to the main process as picked by the user. */ path: string; name: string }

/** Operations of the shell: windows, dialogs, settings, printing. Answered by the main process, not the engine. */
export const appOperations = {
  'app.state': read<AppState>()(z.object({})),
  'app.saveSettings': write<Settings>()(settingsSchema.partial()),
  /** Asks where, then makes a new base from the template and opens it; null when the user cancels. */
  'app.newBase': write<{ path: string } | null>()(z.object({ sample: z.boolean() })),
  /** Makes the sample base in the user's documents if needed, and opens it. */
  'app.openSample': write<{ path: string }>()(z.object({})),
  /** Without a path, asks for one. */
  'app.openBase': write<{ path: string } | null>()(z.object({ path: z.string().nullable(), readOnly: z.boolean().default(false) })),
  'app.closeBase': write<null>()(z.object({})),
  'app.forgetRecent': write<RecentBase[]>()(z.object({ path: z.string() })),
  /** Opens a base in a window of its own, beside what is open; null when it is open already and came to the front. */
  'app.openBeside': write<{ path: string } | null>()(z.object({ path: z.string(), readOnly: z.boolean() })),
  /** Asks for a folder; null when the user cancels. */
  'app.pickFolder': read<PickedFile | null>()(z.object({})),
  'app.pickImportFile': read<PickedFile | null>()(z.object({})),
  'app.pickSaveFile': read<PickedFile | null>()(z.object({ suggestedName: z.string(), format: z.enum(['xlsx', 'csv', 'pdf', 'json']) })),
  /** Asks for a file with a scheme; null when the user cancels. */
  'app.pickSchemeFile': read<PickedFile | null>()(z.object({})),
  /** Prints the owner's report to the chosen file. */
  'app.reportPdf': read<{ path: string }>()(
    z.object({ path: z.string(), from: z.string().nullable().default(null), to: z.string().nullable().default(null) }),
  ),
  /** Asks where, then writes a picture of a chart, given as base64; null when the user cancels. */
  'app.savePicture': write<PickedFile | null>()(z.object({ suggestedName: z.string(), png: z.base64().max(40_000_000) })),
  /** Opens a web or mail address in the system's own program; any other scheme is refused by the schema. */
  'app.openUrl': read<null>()(z.object({ url: z.string().refine(isOpenable) })),
  /** Asks for files to put into the base; none when the user cancels. */
  'app.pickFiles': read<PickedFile[]>()(z.object({ picturesOnly: z.boolean().default(false) })),
  /** Asks where a copy of a file of the base should go. */
  'app.pickCopyPlace': read<PickedFile | null>()(z.object({ suggestedName: z.string() })),
  /** Opens a file of the base with the system's program for it, from a copy; refuses what would run. */
  'app.openFile': read<null>()(z.object({ hash: fileHashSchema, name: z.string() })),
  'app.showInFolder': read<null>()(z.object({ path: z.string() })),
}

export type AppOperations = typeof appOperations
