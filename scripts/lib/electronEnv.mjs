import { runQuietly } from './run.mjs'

/**
 * The environment that makes the `electron` package, electron-vite and the tests use this Electron.
 * @param {import('../setup/setUp.mjs').Electron} electron
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {NodeJS.ProcessEnv}
 */
export function electronEnv(electron, env = process.env) {
  return { ...env, ELECTRON_OVERRIDE_DIST_PATH: electron.folder, ELECTRON_EXEC_PATH: electron.executable }
}

/** Flags that Chromium needs on this machine: for root, in containers, on a virtual display without a graphics card. */
export function chromiumFlags({ virtualDisplay = false } = {}) {
  const flags = []
  if (!sandboxWorks()) flags.push('--no-sandbox')
  // Containers give shared memory of 64 MB, which a large page exhausts.
  if (virtualDisplay) flags.push('--disable-gpu', '--disable-dev-shm-usage', '--log-level=3')
  return flags
}

/** Chromium's sandbox refuses root and needs user namespaces, which containers and some distributions keep from users. */
function sandboxWorks() {
  if (process.platform !== 'linux') return true
  if (process.getuid?.() === 0) return false
  const { ok, output } = runQuietly('unshare', ['--user', '--map-root-user', 'true'])
  if (ok || output.includes('ENOENT')) return true
  console.log('This system keeps user namespaces from its users, so the app runs without Chromium’s sandbox.')
  return false
}
