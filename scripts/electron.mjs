import { buildIfNeeded } from './lib/build.mjs'
import { hasDisplay, withDisplay } from './lib/display.mjs'
import { chromiumFlags, electronEnv } from './lib/electronEnv.mjs'
import { main } from './lib/failure.mjs'
import { root } from './lib/paths.mjs'
import { run } from './lib/run.mjs'
import { setUp } from './setup/setUp.mjs'

/** Starts the built app with the arguments given, in a virtual display where there is no other. */
await main(async () => {
  const electron = await setUp()
  await buildIfNeeded()
  const flags = chromiumFlags({ virtualDisplay: !hasDisplay() })
  return withDisplay((env) => run(electron.executable, [...flags, root, ...process.argv.slice(2)], { env: electronEnv(electron, env) }))
})
