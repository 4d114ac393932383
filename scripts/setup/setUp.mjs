import { existsSync, readFileSync, writeFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { localCache } from '../lib/paths.mjs'
import { hasDisplay } from '../lib/display.mjs'
import { officialElectron } from './official.mjs'
import { packagedElectron } from './packaged.mjs'
import { installSqliteFor, needsSqliteBuild } from './sqlite.mjs'
import { ensureSystemPackages } from './system.mjs'

/**
 * @typedef {object} Electron
 * @property {'official' | 'packaged'} kind `packaged`: the one from the npm registry, for machines that reach nothing else
 * @property {string} version
 * @property {string} folder the folder that holds the executable
 * @property {string} executable
 */

const stamp = join(localCache, 'electron.json')

/**
 * Electron, with all it needs on this machine. The decision is kept for this checkout until the next `npm ci`,
 * so that later starts neither probe the network nor look at system packages again.
 * @returns {Promise<Electron>}
 */
export async function setUp() {
  const known = remembered()
  if (known) return known

  const electron = (await officialElectron()) ?? (await packagedElectron())
  await ensureSystemPackages(electron, { compiler: needsSqliteBuild(electron) })
  await installSqliteFor(electron)

  mkdirSync(localCache, { recursive: true })
  writeFileSync(stamp, JSON.stringify({ ...electron, display: hasDisplay() }))
  return electron
}

/** @returns {Electron | undefined} */
function remembered() {
  if (!existsSync(stamp)) return undefined
  const { display, ...electron } = JSON.parse(readFileSync(stamp, 'utf8'))
  if (!existsSync(electron.executable)) return undefined
  // Set up with a display and now without one: Xvfb may be missing.
  if (display && !hasDisplay()) return undefined
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH
  if (override && override !== electron.folder) return undefined
  return electron
}
