/**
 * Which room may import which. `message` names the allowed direction; `planted` is an import that breaks the rule,
 * used to prove that the check sees it.
 * @typedef {import('dependency-cruiser').IRegularForbiddenRuleType} Rule
 * @typedef {{ name: string, message: string, from: Rule['from'], to: Rule['to'], planted: readonly (readonly [from: string, to: string])[] }} LayerRule
 */

const tiers = [
  ['store'],
  ['history'],
  ['tables', 'records', 'compute', 'stats', 'files'],
  ['classify', 'exchange', 'workflow', 'report', 'analysis', 'template'],
]

/** @param {readonly string[]} rooms */
const inEngine = (rooms) => `^src/main/engine/(${rooms.join('|')})/`

const engineTiers = tiers.slice(0, -1).map((rooms, tier) => {
  const above = tiers.slice(tier + 1).flat()
  return {
    name: `engine-${rooms[0]}`,
    message: `engine: store ← history ← {tables, records, compute, stats, files} ← {classify, exchange, workflow, report, analysis, template}`,
    from: { path: inEngine(rooms) },
    to: { path: inEngine(above) },
    planted: /** @type {const} */ ([[`main/engine/${rooms[0]}/a.ts`, `main/engine/${above[0]}/b.ts`]]),
  }
})

/** @type {LayerRule[]} */
export const layerRules = [
  {
    name: 'shared',
    message: 'shared imports only shared, zod and re2js',
    from: { path: '^src/shared/' },
    to: { pathNot: ['^src/shared/', '(^|/)node_modules/(zod|re2js)/'] },
    planted: [
      ['shared/a.ts', 'main/b.ts'],
      ['shared/c.ts', 'electron'],
    ],
  },
  {
    name: 'main',
    message: 'main imports main and shared, never renderer or preload',
    from: { path: '^src/main/' },
    to: { path: '^src/(renderer|preload)/' },
    planted: [['main/a.ts', 'renderer/b.ts']],
  },
  {
    name: 'renderer',
    message: 'renderer imports renderer and shared, never main or preload',
    from: { path: '^src/renderer/' },
    to: { path: '^src/(main|preload)/' },
    planted: [['renderer/a.ts', 'main/b.ts']],
  },
  {
    name: 'preload',
    message: 'preload imports electron and shared/contract only',
    from: { path: '^src/preload/' },
    to: { pathNot: ['^src/shared/contract/', '(^|/)node_modules/electron/', '^electron$'] },
    planted: [['preload/a.ts', 'shared/model/b.ts']],
  },
  {
    name: 'electron',
    message: 'electron is imported in main/shell, main/ipc, main/index.ts and preload only',
    from: { path: '^src/', pathNot: '^src/(main/(shell|ipc)/|main/index\\.ts$|preload/)' },
    to: { path: ['(^|/)node_modules/electron/', '^electron$'] },
    planted: [
      ['main/engine/store/a.ts', 'electron'],
      ['main/cli.ts', 'electron'],
      ['renderer/a.ts', 'electron'],
    ],
  },
  ...engineTiers,
  {
    name: 'engine-models',
    message: 'models are plain functions of numbers: they import shared only',
    from: { path: inEngine(['models']) },
    to: { path: '^src/main/engine/(?!models/)' },
    planted: [['main/engine/models/a.ts', 'main/engine/store/b.ts']],
  },
  {
    name: 'engine-root',
    message: "rooms of the engine import only types from the engine's own folder; engine/index.ts puts the rooms together",
    from: { path: '^src/main/engine/[^/]+/' },
    to: { path: '^src/main/engine/[^/]+\\.ts$', dependencyTypesNot: ['type-only'] },
    planted: [['main/engine/store/a.ts', 'main/engine/index.ts']],
  },
  {
    name: 'engine-alone',
    message: 'the engine imports engine and shared; host, ipc, shell and the command line stand above it',
    from: { path: '^src/main/engine/' },
    to: { path: '^src/main/(?!engine/)' },
    planted: [['main/engine/store/a.ts', 'main/host/b.ts']],
  },
  {
    name: 'host',
    message: 'engine ← host ← ipc, shell',
    from: { path: '^src/main/host/' },
    to: { path: '^src/main/(?!host/|engine/)' },
    planted: [['main/host/a.ts', 'main/ipc/b.ts']],
  },
  {
    name: 'through-host',
    message: 'ipc and shell reach the engine through host',
    from: { path: '^src/main/(ipc|shell)/' },
    to: { path: '^src/main/engine/', dependencyTypesNot: ['type-only'] },
    planted: [['main/ipc/a.ts', 'main/engine/index.ts']],
  },
  {
    name: 'features',
    message: 'a feature of the renderer never imports another feature',
    from: { path: '^src/renderer/features/([^/]+)/' },
    to: { path: '^src/renderer/features/[^/]+/', pathNot: '^src/renderer/features/$1/' },
    planted: [['renderer/features/one/a.ts', 'renderer/features/two/b.ts']],
  },
  {
    name: 'below-features',
    message: 'features stand above the other rooms of the renderer: these never import a feature',
    from: { path: '^src/renderer/(client|ui|grid|charts|cells|files)/' },
    to: { path: '^src/renderer/features/' },
    planted: [['renderer/ui/a.ts', 'renderer/features/two/b.ts']],
  },
  {
    name: 'ag-grid',
    message: 'AG Grid is imported in renderer/grid only',
    from: { path: '^src/', pathNot: '^src/renderer/grid/' },
    to: { path: '(^|/)node_modules/(ag-grid|@ag-grid)' },
    planted: [['renderer/features/one/a.ts', 'ag-grid-react']],
  },
  {
    name: 'echarts',
    message: 'ECharts is imported in renderer/charts only',
    from: { path: '^src/', pathNot: '^src/renderer/charts/' },
    to: { path: '(^|/)node_modules/echarts/' },
    planted: [['renderer/features/one/a.ts', 'echarts']],
  },
  {
    name: 'cycle',
    message: 'no import cycles',
    from: { path: '^src/' },
    to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    planted: [
      ['shared/a.ts', 'shared/b.ts'],
      ['shared/b.ts', 'shared/a.ts'],
    ],
  },
  {
    name: 'unresolved',
    message: 'every import resolves',
    from: { path: '^src/' },
    to: { couldNotResolve: true },
    planted: [['shared/a.ts', '#shared/nowhere.ts']],
  },
]
