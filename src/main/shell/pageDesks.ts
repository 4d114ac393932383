import type { WebContents } from 'electron'
import type { Desk, Sender } from '../ipc/dispatcher.ts'

/** Which desk each of our pages works at. A page not in it is not answered. */
export type PageDesks = {
  add(page: WebContents, desk: Desk): void
  deskOf(sender: Sender): Desk | null
}

export function pageDesks(): PageDesks {
  const desks = new Map<number, Desk>()
  return {
    add: (page, desk) => {
      const { id } = page
      desks.set(id, desk)
      page.once('destroyed', () => desks.delete(id))
    },
    deskOf: ({ id }) => desks.get(id) ?? null,
  }
}
