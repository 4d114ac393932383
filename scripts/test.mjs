import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { buildIfNeeded } from './lib/build.mjs'
import { hasDisplay, withDisplays } from './lib/display.mjs'
import { electronEnv } from './lib/electronEnv.mjs'
import { main } from './lib/failure.mjs'
import { inModules, modernNode, root } from './lib/paths.mjs'
import { run } from './lib/run.mjs'
import { setUp } from './setup/setUp.mjs'

const results = join(root, 'test-results')
/** On virtual displays, of which each has a focus of its own. */
const windowsAtOnce = 2
const names = { unit: 'unit tests', e2e: 'end-to-end tests' }

/** `test.mjs [unit | e2e] [what vitest takes]`: both kinds when none is named. */
await main(async () => {
  const [first, ...rest] = process.argv.slice(2)
  const named = first === 'unit' || first === 'e2e'
  /** @type {('unit' | 'e2e')[]} */
  const kinds = named ? [first] : ['unit', 'e2e']
  const filter = named ? rest : process.argv.slice(2)

  // The engine's tests and the app share one database library, so set-up comes before either.
  const electron = await setUp()
  mkdirSync(results, { recursive: true })
  const counts = []
  for (const kind of kinds) {
    const code = kind === 'unit' ? await vitest('unit', process.env, filter) : await endToEnd(electron, filter)
    if (code !== 0) {
      console.log(`\nFailed: ${names[kind]}.${kind === kinds.at(-1) ? '' : ' End-to-end tests were not run.'}`)
      return code
    }
    counts.push(`${passed(kind)} ${names[kind]}`)
  }
  console.log(`\nPassed: ${counts.join(' and ')}.`)
  return 0
})

/**
 * @param {import('./setup/setUp.mjs').Electron} electron
 * @param {readonly string[]} filter
 */
async function endToEnd(electron, filter) {
  await buildIfNeeded()
  const env = electronEnv(electron)
  if (hasDisplay()) return vitest('e2e', env, filter)
  return withDisplays(windowsAtOnce, (displays) => {
    const virtual = { KEBU_VIRTUAL_DISPLAY: '1', KEBU_DISPLAYS: displays.join(' ') }
    return vitest('e2e', { ...env, ...virtual }, [`--maxWorkers=${displays.length}`, ...filter])
  })
}

/**
 * @param {string} project
 * @param {NodeJS.ProcessEnv} env
 * @param {readonly string[]} filter
 */
function vitest(project, env, filter) {
  const summary = join(results, `${project}.json`)
  rmSync(summary, { force: true })
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${summary}`]
  const args = [inModules('vitest', 'vitest.mjs'), 'run', '--project', project, ...reporters, ...filter]
  return run(modernNode(), args, { cwd: root, env })
}

/** @param {string} kind */
function passed(kind) {
  const summary = join(results, `${kind}.json`)
  return existsSync(summary) ? Number(JSON.parse(readFileSync(summary, 'utf8')).numPassedTests) : 0
}
