import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { cruise } from 'dependency-cruiser'
import { root } from '../lib/paths.mjs'
import { layerRules } from './layerRules.mjs'

/**
 * Imports against the layers, in src.
 * @returns {Promise<string[]>} one line for each wrong import
 */
export async function checkLayers() {
  await proveThatRulesBite()
  return violationsIn(root, layerRules)
}

/**
 * Without its parser the tool reads no TypeScript and finds nothing wrong, silently;
 * so each rule is shown an import that breaks it first.
 */
async function proveThatRulesBite() {
  const blind = []
  for (const rule of layerRules) {
    const folder = await mkdtemp(join(tmpdir(), 'kebu-layers-'))
    try {
      for (const [from, to] of rule.planted) {
        await plant(folder, from, to)
        if (rule.name !== 'cycle' && (await violationsIn(folder, [rule])).length === 0) blind.push(`${rule.name}: ${from} → ${to}`)
      }
      if (rule.name === 'cycle' && (await violationsIn(folder, [rule])).length === 0) blind.push(rule.name)
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  }
  if (blind.length > 0) throw new Error(`The layer check does not see these planted violations: ${blind.join('; ')}`)
}

/**
 * @param {string} folder
 * @param {string} from
 * @param {string} to
 */
async function plant(folder, from, to) {
  const ours = to.endsWith('.ts') && !to.startsWith('#')
  const specifier = ours ? `${'../'.repeat(from.split('/').length - 1) || './'}${to}` : to
  await write(join(folder, 'src', from), `import { b } from '${specifier}'\nexport const a: typeof b = b\n`)
  if (ours && !(to === 'shared/a.ts')) await write(join(folder, 'src', to), 'export const b: number = 1\n')
  await write(join(folder, 'package.json'), '{ "type": "module", "imports": { "#shared/*": "./src/shared/*" } }')
  if (ours || to.startsWith('#')) return
  await write(join(folder, 'node_modules', to, 'package.json'), `{ "name": "${to}", "main": "index.js" }`)
  await write(join(folder, 'node_modules', to, 'index.js'), 'exports.b = 1\n')
}

/**
 * @param {string} path
 * @param {string} text
 */
async function write(path, text) {
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, text)
}

/**
 * @param {string} folder
 * @param {readonly import('./layerRules.mjs').LayerRule[]} rules
 */
async function violationsIn(folder, rules) {
  const { output } = await cruise(['src'], {
    baseDir: folder,
    ruleSet: { forbidden: rules.map(({ name, from, to }) => ({ name, severity: 'error', from, to })) },
    validate: true,
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.(css|html|json)$' },
    enhancedResolveOptions: {
      conditionNames: ['import', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js'],
      exportsFields: ['exports'],
      mainFields: ['module', 'main', 'types'],
    },
  })
  if (typeof output === 'string') throw new Error(output)
  return output.summary.violations.map(({ rule, from, to, cycle }) => {
    const way = cycle ? cycle.map(({ name }) => name).join(' → ') : to
    return `${from} → ${way}\n  ${rules.find(({ name }) => name === rule.name)?.message}`
  })
}
