import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises'
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
