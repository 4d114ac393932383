import { build } from './lib/build.mjs'
import { main } from './lib/failure.mjs'

await main(() => build({ loud: true }))
