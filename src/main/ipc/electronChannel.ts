import { ipcMain, type WebContents } from 'electron'
import { channel, eventChannel } from '#shared/contract/channel.ts'
import type { AppEvents } from '#shared/contract/events.ts'
import type { Dispatcher } from './dispatcher.ts'

/** Connects the dispatcher to the pages. */
export function serveChannel(dispatcher: Dispatcher): void {
  ipcMain.handle(channel, (event, message: unknown) => {
    const frame = event.senderFrame
    return dispatcher.answer({ id: event.sender.id, url: frame?.url ?? '', isMainFrame: frame !== null && frame.parent === null }, message)
  })
}

/** Sends an event to a page, if it is still there. */
export function sendEvent<Name extends keyof AppEvents>(page: WebContents, name: Name, payload: AppEvents[Name]): void {
  if (!page.isDestroyed()) page.send(eventChannel, name, payload)
}
