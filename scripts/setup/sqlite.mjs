import { existsSync } from 'node:fs'
import { copyFile, cp, mkdir, mkdtemp, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Failure } from '../lib/failure.mjs'
import { inModules, modernNode, sharedCache, versionOf } from '../lib/paths.mjs'
import { publish } from '../lib/publish.mjs'
import { runQuietly } from '../lib/run.mjs'

// better-sqlite3 loads this file before its prebuilt ones.
const place = inModules('better-sqlite3', 'build', 'Release', 'better_sqlite3.node')
const recipe = 1

function cached() {
  return join(sharedCache, `better-sqlite3-${versionOf('better-sqlite3')}-napi9-${process.platform}-${process.arch}-${recipe}.node`)
}

/** @param {import('./setUp.mjs').Electron} electron */
export function needsSqliteBuild(electron) {
  return electron.kind === 'packaged' && !existsSync(cached())
}

/**
 * The packaged Electron has Node-API 9, better-sqlite3's prebuilt binary asks for 10 and crashes there.
 * What the library uses of 10 was experimental in 9, so it is built once with that switched on;
 * the result works in this Electron and in every later Node.
 * @param {import('./setUp.mjs').Electron} electron
 */
export async function installSqliteFor(electron) {
  if (electron.kind !== 'packaged') return
  if (needsSqliteBuild(electron)) {
    console.log('Building the database library for it (about a minute, once) …')
    await publish(cached(), build)
  }
  await mkdir(inModules('better-sqlite3', 'build', 'Release'), { recursive: true })
  // A program may have the old file open: a new one takes its name, the old one stays whole.
  await copyFile(cached(), `${place}.${process.pid}`)
  await rename(`${place}.${process.pid}`, place)
}

/** @param {string} target */
async function build(target) {
  // Not inside the checkout, because make cannot live with a space in its path.
  const room = await mkdtemp(join(tmpdir(), 'kebu-sqlite-'))
  try {
    await cp(inModules('better-sqlite3'), room, { recursive: true })
    await cp(inModules('node-addon-api'), join(room, 'node_modules', 'node-addon-api'), { recursive: true })
    await symlink(inModules(`node-${process.platform}-${process.arch}`), join(room, 'node'))
    await switchOnExperimentalNodeApi(join(room, 'binding.gyp'))
    const args = ['rebuild', '--release', '--force_build=1', '--nodedir', join(room, 'node')]
    const done = runQuietly(modernNode(), [inModules('node-gyp', 'bin', 'node-gyp.js'), ...args], { cwd: room })
    const built = join(room, 'build', 'Release', 'better_sqlite3.node')
    if (!done.ok || !existsSync(built)) {
      const log = join(tmpdir(), 'kebu-sqlite-build.log')
      await writeFile(log, done.output)
      throw new Failure(`The database library could not be built; the compiler's words are in ${log}.`)
    }
    await copyFile(built, target)
  } finally {
    await rm(room, { recursive: true, force: true })
  }
}

/** @param {string} bindingGyp */
async function switchOnExperimentalNodeApi(bindingGyp) {
  const text = await readFile(bindingGyp, 'utf8')
  const flags = ['NAPI_EXPERIMENTAL', 'NODE_API_EXPERIMENTAL_NOGC_ENV_OPT_OUT', 'NODE_API_EXPERIMENTAL_NO_WARNING']
  const changed = text.replace("'NAPI_VERSION=10'", flags.map((flag) => `'${flag}'`).join(', '))
  if (changed === text) throw new Failure('better-sqlite3 changed its build file: scripts/setup/sqlite.mjs needs a look.')
  await writeFile(bindingGyp, changed)
}
