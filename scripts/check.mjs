import { main } from './lib/failure.mjs'
import { inModules, modernNode, root } from './lib/paths.mjs'
import { run } from './lib/run.mjs'

/** @type {Record<string, () => Promise<boolean>>} */
const checks = {
  types: () => tool('typescript/bin/tsc', '-b'),
  lint: () => tool('oxlint/bin/oxlint', '--deny-warnings'),
  format: () => tool('oxfmt/bin/oxfmt', '--check'),
  layers: async () => none((await import('./checks/layers.mjs')).checkLayers()),
  unused: () => tool('knip/bin/knip.js', '--no-progress', '--no-config-hints'),
  texts: async () => none((await import('./checks/texts.mjs')).checkTexts()),
}

/** `check.mjs [types lint …]`: all checks, or those named. Every one runs, so that one run shows all there is to do. */
await main(async () => {
  const named = process.argv.slice(2)
  const chosen = Object.entries(checks).filter(([name]) => named.length === 0 || named.includes(name))
  const failed = []
  for (const [name, check] of chosen) {
    const start = performance.now()
    const passed = await check()
    const seconds = ((performance.now() - start) / 1000).toFixed(1)
    console.log(`${passed ? '✓' : '✗'} ${name} (${seconds} s)`)
    if (!passed) failed.push(name)
  }
  console.log(failed.length === 0 ? `\nPassed: ${chosen.map(([name]) => name).join(', ')}.` : `\nFailed: ${failed.join(', ')}.`)
  return failed.length === 0 ? 0 : 1
})

/**
 * @param {string} program inside node_modules
 * @param {...string} args
 */
async function tool(program, ...args) {
  return (await run(modernNode(), [inModules(...program.split('/')), ...args], { cwd: root })) === 0
}

/** @param {Promise<readonly string[]>} problems */
async function none(problems) {
  const lines = await problems
  for (const line of lines) console.log(line)
  return lines.length === 0
}
