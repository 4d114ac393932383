import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/**
 * Makes a folder or file beside its place and moves it there when complete,
 * so that two set-ups at the same time, or one that is killed, never leave half a result.
 * @param {string} target
 * @param {(temporary: string) => Promise<void>} make
 */
export async function publish(target, make) {
  if (existsSync(target)) return
  await mkdir(dirname(target), { recursive: true })
  await clearAbandoned(dirname(target))
  const room = await mkdtemp(join(dirname(target), '.making-'))
  const temporary = join(room, 'result')
  try {
    await make(temporary)
    await rename(temporary, target)
  } catch (error) {
    // Another run was faster: its result is as good as ours.
    if (!existsSync(target)) throw error
  } finally {
    await rm(room, { recursive: true, force: true })
  }
}

/**
 * What a run that was killed left behind; a run of today may still be at work.
 * @param {string} folder
 */
async function clearAbandoned(folder) {
  for (const name of await readdir(folder)) {
    if (!name.startsWith('.making-')) continue
    const path = join(folder, name)
    const age = Date.now() - (await stat(path)).mtimeMs
    if (age > 24 * 3_600_000) await rm(path, { recursive: true, force: true })
  }
}
