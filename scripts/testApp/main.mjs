import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'

/**
 * Starts the built app as Playwright wants it: with its own loader in front, which keeps the app from becoming ready
 * before Playwright listens. Without it a start hangs now and then, for a window opened while Playwright attached.
 */
const require = createRequire(import.meta.url)
require(join(dirname(require.resolve('playwright-core/package.json')), 'lib/server/electron/loader.js'))
await import(pathToFileURL(join(process.env.KEBU_TEST_APP ?? '', 'out/main/index.js')).href)
