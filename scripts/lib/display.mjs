import { spawn } from 'node:child_process'
import { Failure } from './failure.mjs'

export function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
}

/**
 * Runs `body` with the environment of a display: the one there is, or a virtual one that ends with it.
 * @template T
 * @param {(env: NodeJS.ProcessEnv) => Promise<T>} body
 * @returns {Promise<T>}
 */
export async function withDisplay(body) {
  if (hasDisplay()) return body(process.env)
  return withDisplays(1, ([display]) => body({ ...process.env, DISPLAY: display }))
}

/**
 * Runs `body` with as many virtual displays, by their names; they end with it.
 * @template T
 * @param {number} count
 * @param {(displays: string[]) => Promise<T>} body
 * @returns {Promise<T>}
 */
export async function withDisplays(count, body) {
  /** @type {import('node:child_process').ChildProcess[]} */
  const servers = []
  const end = () => servers.forEach((server) => server.kill())
  process.on('exit', end)
  try {
    const displays = []
    for (let index = 0; index < count; index += 1) {
      // The server picks a free number itself and writes it to descriptor 3 once it answers.
      const args = ['-displayfd', '3', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp']
      const server = spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] })
      servers.push(server)
      displays.push(`:${await firstLine(server)}`)
    }
    return await body(displays)
  } finally {
    end()
    process.off('exit', end)
  }
}

/**
 * @param {import('node:child_process').ChildProcess} server
 * @returns {Promise<string>}
 */
function firstLine(server) {
  return new Promise((resolve, reject) => {
    const fail = () => reject(new Failure('The virtual display (Xvfb) did not start.'))
    server.on('error', fail)
    server.on('exit', fail)
    server.stdio[3]?.once('data', (data) => resolve(String(data).trim()))
  })
}
