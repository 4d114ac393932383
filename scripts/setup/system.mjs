import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { hasDisplay } from '../lib/display.mjs'
import { Failure } from '../lib/failure.mjs'
import { runQuietly } from '../lib/run.mjs'

/**
 * Sees to the system packages that Electron needs and a bare Linux lacks: installs them when root on a Debian,
 * otherwise names the one command to run.
 * @param {import('./setUp.mjs').Electron} electron
 * @param {{ compiler: boolean }} needs
 */
export async function ensureSystemPackages(electron, needs) {
  if (process.platform !== 'linux') return
  const missing = missingThings(electron, needs)
  if (missing.packages.length === 0) return

  if (!onPath('apt-get')) {
    if (missing.fatal.length === 0) return console.log('No Chinese font was found: Chinese text may show as boxes.')
    throw new Failure(`This machine lacks ${missing.fatal.join(', ')}. Install them with your package manager and try again.`)
  }
  if (process.getuid?.() === 0) return install(missing.packages)
  const packages = missing.packages.map(nameHere).join(' ')
  const command = `sudo apt-get update && sudo apt-get install -y --no-install-recommends ${packages}`
  if (missing.fatal.length === 0) return console.log(`For Chinese text, install a font: ${command}`)
  throw new Failure(`Some system packages are missing. Run this, then try again:\n  ${command}`)
}

/** @param {readonly string[]} packages */
function install(packages) {
  console.log(`Installing system packages: ${packages.join(' ')} …`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  // A failed update shows in the install: packages may be known well enough without it.
  runQuietly('apt-get', ['-q', 'update'], { env })
  const done = runQuietly('apt-get', ['-q', 'install', '-y', '--no-install-recommends', ...packages.map(nameHere)], { env })
  if (!done.ok) throw new Failure(`The system packages could not be installed; check the network and try again. apt-get says: ${done.lastLine}`)
}

/**
 * @param {import('./setUp.mjs').Electron} electron
 * @param {{ compiler: boolean }} needs
 */
function missingThings(electron, needs) {
  const packages = []
  const fatal = []
  const libraries = missingLibraries(electron.executable)
  if (libraries.length > 0) {
    packages.push('libnss3', 'libgtk-3-0', 'libgbm1', 'libasound2')
    fatal.push(...libraries)
  }
  if (!hasDisplay() && !onPath('Xvfb')) {
    packages.push('xvfb')
    fatal.push('Xvfb')
  }
  if (needs.compiler) {
    if (!onPath('make') || !onPath('g++')) {
      packages.push('build-essential')
      fatal.push('make and g++')
    }
    if (!onPath('python3')) {
      packages.push('python3')
      fatal.push('python3')
    }
  }
  if (!hasChineseFont()) packages.push('fonts-noto-cjk')
  return { packages, fatal }
}

/** @param {string} executable */
function missingLibraries(executable) {
  const { output } = runQuietly('ldd', [executable])
  return [...output.matchAll(/^\s*(\S+) => not found$/gm)].flatMap((match) => match[1] ?? [])
}

function hasChineseFont() {
  const fonts = runQuietly('fc-list', [':lang=zh-cn', 'family'])
  return fonts.ok && fonts.output !== ''
}

/** @param {string} program */
function onPath(program) {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => folder !== '' && existsSync(join(folder, program)))
}

/**
 * Debian 13 and Ubuntu 24.04 renamed some libraries when their time became 64 bits wide.
 * @param {string} name
 */
function nameHere(name) {
  if (name !== 'libgtk-3-0' && name !== 'libasound2') return name
  return runQuietly('apt-cache', ['show', '--no-all-versions', `${name}t64`]).ok ? `${name}t64` : name
}
