import { hasDisplay } from './lib/display.mjs'
import { chromiumFlags, electronEnv } from './lib/electronEnv.mjs'
import { Failure, main } from './lib/failure.mjs'
import { inModules, modernNode, root } from './lib/paths.mjs'
import { run } from './lib/run.mjs'
import { setUp } from './setup/setUp.mjs'

/** The app with hot reload; arguments go to the app. */
await main(async () => {
  if (!hasDisplay()) throw new Failure('Hot reload needs a display. Without one, `npm start` and `npm test` use a virtual one.')
  const env = electronEnv(await setUp())
  const args = [inModules('electron-vite', 'bin', 'electron-vite.js'), 'dev', '--watch', '--']
  return run(modernNode(), [...args, ...chromiumFlags(), ...process.argv.slice(2)], { cwd: root, env })
})
