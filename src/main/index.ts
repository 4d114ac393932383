import { app } from 'electron'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { openHost } from './host/host.ts'
import { workersOf } from './host/workers.ts'
import { pageOrigin } from './ipc/trustedPage.ts'
import type { OpenHost } from './shell/desk.ts'
import { useOwnProfile, workAndExit } from './shell/headless.ts'
import { launchOf } from './shell/launchArguments.ts'
import { lockPages, lockSession, registerPageScheme } from './shell/lockDown.ts'
import { openLog } from './shell/log.ts'
import { doMainJob } from './shell/mainJob.ts'
import { listenOutside } from './shell/openFromOutside.ts'
import { pageAddress } from './shell/pageFiles.ts'
import { printReportOf } from './shell/printCommand.ts'
import { startProgram, type Program } from './shell/program.ts'
import { systemLang } from '#shared/i18n/systemLang.ts'
import { quitWithLastWindow } from './shell/windows.ts'

/** The desktop program: what it was started for, where its own files are, and how its parts meet. */
const launch = launchOf(process.argv, process.cwd())
const here = import.meta.dirname
const developmentServer = app.isPackaged ? undefined : process.env['ELECTRON_RENDERER_URL']
const addressOf = (page: string) => (developmentServer === undefined ? pageAddress(page) : `${developmentServer}/${page}`)
const pages = { preload: join(here, '../preload/index.cjs'), addressOf }
const origin = pageOrigin(addressOf(''))

registerPageScheme()
lockPages(origin)
if (launch.mode !== 'window') useOwnProfile()
const isFirst = launch.mode !== 'window' || app.requestSingleInstanceLock()

if (!isFirst) app.quit()
else if (launch.mode === 'wrong') {
  process.stderr.write(`${launch.reason}\n`)
  app.exit(2)
} else {
  const log = openLog()
  const newWorker = workersOf(pathToFileURL(join(here, 'worker.js')), 3)
  const openBaseHost: OpenHost = (path, options) => openHost(path, { ...options, newWorker })
  process.on('uncaughtException', (error) => log.error('uncaught', error))
  process.on('unhandledRejection', (error) => log.error('unhandled', error))
  const started = app.whenReady().then(() => {
    lockSession(join(here, '../renderer'), origin)
    const firstLang = launch.lang ?? systemLang(process.platform, app.getPreferredSystemLanguages(), process.env)
    return startProgram({ pages, origin, openHost: openBaseHost, log, firstLang, isForUser: launch.mode === 'window' })
  })
  if (launch.mode === 'window') {
    quitWithLastWindow()
    listenOutside(started)
    void started.then((program) => greet(program, launch.bases))
  } else {
    const work =
      launch.mode === 'mainJob' ? async () => doMainJob(launch.folder, await started) : async () => printReportOf(launch, await started, openBaseHost)
    void started.then(({ preferences }) => workAndExit(work, preferences.settings().lang, log))
  }
}

/** Opens what was named, or else what was open when the program was last used. */
function greet({ windows, bases, preferences, openBase }: Program, named: readonly string[]): void {
  const desk = windows.open()
  for (const path of named) void openBase(path)
  const last = preferences.lastBase()
  // Not finding it again is no failure worth a dialog: the start screen lists the recent bases.
  if (named.length === 0 && last !== null) bases.open(desk, last, false).catch(() => {})
}
