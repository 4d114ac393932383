import { spawn, spawnSync } from 'node:child_process'

/**
 * Runs a program with our own input and output and waits for it.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv }} [options]
 * @returns {Promise<number>} its exit code
 */
export function run(program, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: 'inherit', ...options })
    // The child of a terminal gets the signal too and decides; we only must not die before it.
    const wait = () => {}
    process.on('SIGINT', wait)
    const stop = () => child.kill('SIGTERM')
    process.on('SIGTERM', stop)
    child.on('error', reject)
    child.on('close', (code, signal) => {
      process.off('SIGINT', wait)
      process.off('SIGTERM', stop)
      resolve(code ?? (signal === 'SIGINT' ? 130 : 1))
    })
  })
}

/**
 * Runs a program quietly; its output is there when it fails.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnSyncOptions} [options]
 * @returns {{ ok: boolean, output: string, lastLine: string }}
 */
export function runQuietly(program, args, options = {}) {
  const done = spawnSync(program, args, { maxBuffer: 64 << 20, ...options, encoding: 'utf8' })
  const output = `${done.stdout ?? ''}${done.stderr ?? ''}${done.error ? done.error.message : ''}`.trim()
  return { ok: done.status === 0, output, lastLine: output.split('\n').at(-1) ?? '' }
}
