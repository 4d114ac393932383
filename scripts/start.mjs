import { mkdirSync, readdirSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { buildIfNeeded } from './lib/build.mjs'
import { hasDisplay, withDisplay } from './lib/display.mjs'
import { chromiumFlags, electronEnv } from './lib/electronEnv.mjs'
import { Failure, main } from './lib/failure.mjs'
import { root } from './lib/paths.mjs'
import { run } from './lib/run.mjs'
import { setUp } from './setup/setUp.mjs'

/** Opens the app. Without a display, does its main job in the real app and says where the results are. */
await main(async () => {
  const electron = await setUp()
  await buildIfNeeded()
  if (!hasDisplay()) return mainJob(electron)
  return run(electron.executable, [...chromiumFlags(), root, ...process.argv.slice(2)], { env: electronEnv(electron) })
})

/** @param {import('./setup/setUp.mjs').Electron} electron */
async function mainJob(electron) {
  const results = join(root, 'output', 'main-job')
  await rm(results, { recursive: true, force: true })
  mkdirSync(results, { recursive: true })
  const userData = await mkdtemp(join(tmpdir(), 'kebu-main-job-'))
  console.log('There is no display, so the app does its main job on the sample book in a virtual one …')
  try {
    const code = await withDisplay((env) => {
      const flags = [...chromiumFlags({ virtualDisplay: true }), `--user-data-dir=${userData}`]
      return run(electron.executable, [...flags, root, '--main-job', results], { env: electronEnv(electron, env) })
    })
    if (code !== 0) throw new Failure(`The app ended with code ${code} before its main job was done.`)
  } finally {
    await rm(userData, { recursive: true, force: true })
  }
  report(results)
}

/** @param {string} results */
function report(results) {
  const files = readdirSync(results).sort()
  const named = files.map((file) => `  ${extname(file) === '.png' ? 'screenshot' : 'report'}: ${join(results, file)}`)
  if (!files.some((file) => extname(file) === '.png') || !files.some((file) => extname(file) === '.pdf')) {
    throw new Failure(`The main job ended, but its report or screenshot is missing in ${results}.`)
  }
  console.log(`Done.\n${named.join('\n')}`)
}
