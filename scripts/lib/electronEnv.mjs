/**
 * The environment that makes the `electron` package, electron-vite and the tests use this Electron.
 * @param {import('../setup/setUp.mjs').Electron} electron
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {NodeJS.ProcessEnv}
 */
export function electronEnv(electron, env = process.env) {
  return { ...env, ELECTRON_OVERRIDE_DIST_PATH: electron.folder, ELECTRON_EXEC_PATH: electron.executable }
}

/** Chromium refuses its sandbox to root, and a virtual display has no graphics card. */
export function chromiumFlags({ virtualDisplay = false } = {}) {
  const flags = []
  if (process.getuid?.() === 0) flags.push('--no-sandbox')
  if (virtualDisplay) flags.push('--disable-gpu', '--log-level=3')
  return flags
}
