import { main } from './lib/failure.mjs'
import { setUp } from './setup/setUp.mjs'

/** Makes this machine ready to run the app; says what it does only when there is something to do. */
await main(async () => {
  const electron = await setUp()
  console.log(`Ready: Electron ${electron.version} (${electron.kind}), ${electron.folder}`)
})
