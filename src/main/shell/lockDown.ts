import { app, protocol, session } from 'electron'
import { isOurPage, type PageOrigin } from '../ipc/trustedPage.ts'
import { answerPage, pageScheme } from './pageFiles.ts'

/** Must run before the app is ready: our scheme is an origin of its own, with storage and modules, and no more rights. */
export function registerPageScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: pageScheme, privileges: { standard: true, secure: true, supportFetchAPI: true } }])
}

/** Serves our pages, and refuses everything else a page could ask for: other addresses, permissions, devices. */
export function lockSession(pageFolder: string, origin: PageOrigin): void {
  const own = session.defaultSession
  own.protocol.handle(pageScheme, (request) => answerPage(pageFolder, request))
  own.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !mayLoad(url, origin) }))
  own.setPermissionRequestHandler((page, permission, answer) => answer(mayUse(permission, page.getURL(), origin)))
  own.setPermissionCheckHandler((page, permission) => mayUse(permission, page?.getURL() ?? '', origin))
  own.setDevicePermissionHandler(() => false)
  own.setSpellCheckerEnabled(false)
  own.on('will-download', (event) => event.preventDefault())
}

/** No page of ours goes anywhere else, opens windows or embeds others, whatever it holds. */
export function lockPages(origin: PageOrigin): void {
  app.on('web-contents-created', (_event, page) => {
    page.setWindowOpenHandler(() => ({ action: 'deny' }))
    page.on('will-attach-webview', (event) => event.preventDefault())
    const stay = (event: { preventDefault: () => void; url: string }) => {
      if (!isOurPage(event.url, origin)) event.preventDefault()
    }
    page.on('will-frame-navigate', stay)
    page.on('will-redirect', stay)
  })
}

/** Text that the user copies goes to the clipboard; nothing else is ever permitted, reading the clipboard included. */
function mayUse(permission: string, url: string, origin: PageOrigin): boolean {
  return permission === 'clipboard-sanitized-write' && isOurPage(url, origin)
}

/** The development server also speaks over a web socket of the same host. */
function mayLoad(url: string, origin: PageOrigin): boolean {
  if (isOurPage(url, origin)) return true
  if (!URL.canParse(url)) return false
  const { protocol: scheme, host } = new URL(url)
  if (scheme === 'devtools:' || scheme === 'data:' || scheme === 'blob:') return true
  return scheme === 'ws:' && host === origin.host
}
