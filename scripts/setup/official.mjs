import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Failure } from '../lib/failure.mjs'
import { inModules, modernNode, versionOf } from '../lib/paths.mjs'
import { runQuietly } from '../lib/run.mjs'
import { packagedElectronFits } from './packaged.mjs'

// Both of Electron's download tools and Node's fetch honour a company proxy only when told to.
const proxied = { ...process.env, NODE_USE_ENV_PROXY: '1', ELECTRON_GET_USE_PROXY: '1' }

/**
 * The Electron its makers publish: given by hand, installed already, or downloaded now.
 * @returns {Promise<import('./setUp.mjs').Electron | undefined>} nothing where the packaged one has to do
 */
export async function officialElectron() {
  const given = process.env.ELECTRON_OVERRIDE_DIST_PATH
  if (given) return electronIn(given) ?? fail(`ELECTRON_OVERRIDE_DIST_PATH names ${given}, but no Electron is there.`)

  const dist = inModules('electron', 'dist')
  const installed = electronIn(dist)
  if (installed) return installed

  // Where nothing else can step in, the installer's own error is the better judge of the network.
  if (packagedElectronFits() && !reachable()) return undefined
  console.log(`Downloading Electron ${versionOf('electron')} …`)
  const done = runQuietly(modernNode(), [inModules('electron', 'install.js')], { env: proxied, timeout: 15 * 60_000 })
  const downloaded = electronIn(dist)
  if (done.ok && downloaded) return downloaded
  if (packagedElectronFits()) return undefined
  return fail(
    `Electron ${versionOf('electron')} could not be downloaded. Check the network, or set ELECTRON_MIRROR to a mirror near you, and try again.`,
  )
}

/** @param {string} folder */
function electronIn(folder) {
  const executable = join(folder, executableName())
  if (!existsSync(executable)) return undefined
  const versionFile = join(folder, 'version')
  const version = existsSync(versionFile) ? readFileSync(versionFile, 'utf8').trim().replace(/^v/, '') : 'of your own'
  return { kind: /** @type {const} */ ('official'), version, folder, executable }
}

function executableName() {
  if (process.platform === 'win32') return 'electron.exe'
  if (process.platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron'
  return 'electron'
}

/** Asks for the file itself, since a network may let github.com through but not the host of its downloads. */
function reachable() {
  const version = versionOf('electron')
  const mirror = process.env.ELECTRON_MIRROR || process.env.npm_config_electron_mirror
  const base = mirror || 'https://github.com/electron/electron/releases/download/'
  const url = `${base}v${version}/electron-v${version}-${process.platform}-${process.arch}.zip`
  const probe = join(dirname(new URL(import.meta.url).pathname), 'probe.mjs')
  return runQuietly(modernNode(), [probe, url], { env: proxied, timeout: 10_000 }).ok
}

/**
 * @param {string} sentence
 * @returns {never}
 */
function fail(sentence) {
  throw new Failure(sentence)
}
