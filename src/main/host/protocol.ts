import type { Answer } from '#shared/contract/answer.ts'
import type { OperationName } from '#shared/contract/engine.ts'
import type { ChangedEvent } from '#shared/contract/events.ts'
import type { EngineMode, Progress } from './ports.ts'

export type OpenRequest = { path: string; mode: EngineMode; /** Makes the base first. */ create: boolean }

/** What the main thread says to an engine thread. */
export type ToThread =
  | ({ kind: 'open' } & OpenRequest)
  | { kind: 'run'; id: number; name: OperationName; input: unknown; stopFlag: SharedArrayBuffer; progress: boolean }
  | { kind: 'changed'; event: ChangedEvent }
  | { kind: 'close' }

/**
 * What an engine thread says. `Output` is `unknown` where it is sent, and `never`, that is, whatever
 * the caller knows the operation to give, where it arrives: outputs come from our own engine and are not parsed again.
 */
export type FromThread<Output> =
  | { kind: 'opened'; answer: Answer<null> }
  | { kind: 'answer'; id: number; answer: Answer<Output> }
  | { kind: 'progress'; id: number; progress: Progress }
  | { kind: 'changed'; event: ChangedEvent }
