import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { Failure } from './failure.mjs'
import { inModules, modernNode, root } from './paths.mjs'
import { run, runQuietly } from './run.mjs'

const stamp = join(root, 'out', 'sources.txt')
const watched = ['src', 'resources', 'electron.vite.config.ts', 'package.json', 'package-lock.json']

/** @param {{ loud?: boolean }} [options] */
export async function build({ loud = false } = {}) {
  const sources = await describeSources()
  const args = [inModules('electron-vite', 'bin', 'electron-vite.js'), 'build', '--logLevel', loud ? 'info' : 'warn']
  if (loud) {
    if ((await run(modernNode(), args, { cwd: root })) !== 0) throw new Failure('The build failed; see above.')
  } else {
    const done = runQuietly(modernNode(), args, { cwd: root })
    if (!done.ok) throw new Failure(`${done.output}\nThe build failed; see above.`)
  }
  writeFileSync(stamp, sources)
}

/** Builds only when a source came, went or changed since the last build. */
export async function buildIfNeeded() {
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === (await describeSources())) return
  console.log('Building …')
  await build()
}

async function describeSources() {
  const lines = []
  for (const path of watched) lines.push(...(await describe(join(root, path))))
  return lines.sort().join('\n')
}

/**
 * @param {string} path
 * @returns {Promise<string[]>}
 */
async function describe(path) {
  if (!existsSync(path)) return []
  const info = await stat(path)
  if (info.isDirectory()) {
    const names = await readdir(path)
    return (await Promise.all(names.map((name) => describe(join(path, name))))).flat()
  }
  return [`${relative(root, path)} ${info.size} ${info.mtimeMs}`]
}
