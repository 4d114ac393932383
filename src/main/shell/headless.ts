import { app } from 'electron'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Failure } from '#shared/contract/failure.ts'
import type { Lang } from '#shared/i18n/lang.ts'
import type { Log } from './log.ts'

/** Gives a run without a user its own profile, so that it neither reads nor disturbs the user's. */
export function useOwnProfile(): void {
  if (app.commandLine.hasSwitch('user-data-dir')) return
  const profile = mkdtempSync(join(tmpdir(), 'kebu-profile-'))
  app.setPath('userData', profile)
  app.on('quit', () => rmSync(profile, { recursive: true, force: true }))
}

/** Does the work and ends the program: 0, or 1 with one sentence on the error output. */
export async function workAndExit(work: () => Promise<void>, lang: Lang, log: Log): Promise<void> {
  try {
    await work()
    app.exit(0)
  } catch (error) {
    log.error('headless', error)
    process.stderr.write(`${sentenceOf(error, lang)}\n`)
    app.exit(1)
  }
}

function sentenceOf(error: unknown, lang: Lang): string {
  if (error instanceof Failure) return [error.error.message[lang], error.error.details].filter((part) => part !== undefined).join('\n')
  return error instanceof Error ? error.message : String(error)
}
