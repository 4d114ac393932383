import { z } from 'zod'

const callId = z.string().min(1).max(100)

/** What a page's preload script may say. */
export const messageSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('run'), name: z.string().max(100), input: z.unknown(), callId }),
  z.object({ kind: z.literal('cancel'), callId }),
  /** The user dropped a file on the window; the preload script asked Electron for its path. */
  z.object({ kind: z.literal('dropped'), path: z.string().min(1) }),
])
export type Message = z.infer<typeof messageSchema>
