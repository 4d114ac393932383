import type { Answer } from '#shared/contract/answer.ts'
import type { OperationInput, OperationName, OperationOutput } from '#shared/contract/engine.ts'
import type { AppError } from '#shared/contract/error.ts'
import type { ChangedEvent, ProgressEvent } from '#shared/contract/events.ts'
import type { Result } from '#shared/lib/result.ts'

export type Progress = Omit<ProgressEvent, 'callId'>

/** What an engine is told with a call. */
export type EngineCall = {
  source: 'window'
  onProgress: (progress: Progress) => void
  cancelled: () => boolean
}

/** The engine as a thread serves it; `engine/index.ts` fits. Inputs are parsed by the engine. */
export type ServedEngine = {
  runNamed(name: OperationName, input: unknown, call: EngineCall): Promise<Result<unknown, AppError>>
  onChanged(listener: (event: ChangedEvent) => void): unknown
  /** Told to readers after the writer committed: what they remember of these tables is old. */
  noteChanged(event: ChangedEvent): void
  close(): Promise<void>
}

/** The one writer of a base; a reader beside it; or a reader of a base that nobody here writes to. */
export type EngineMode = 'write' | 'reader' | 'readOnly'

/** How a thread comes to its engine. Both throw a `Failure` when they cannot. */
export type Engines = {
  openEngine(path: string, options: { mode: EngineMode }): ServedEngine
  /** Makes an empty base. */
  createBase(path: string): void
}

export type RunOptions = {
  /** Names the call for `cancel` and for progress. */
  callId?: string
  onProgress?: (progress: Progress) => void
}

/** An open base whose engine works off the main thread: one writer, and readers beside it. */
export type Host = {
  readonly path: string
  readonly readOnly: boolean
  run<Name extends OperationName>(name: Name, input: OperationInput<Name>, options?: RunOptions): Promise<Answer<OperationOutput<Name>>>
  /** For callers that do not know the operation: the name is checked, the input is parsed by the engine. */
  runNamed(name: OperationName, input: unknown, options?: RunOptions): Promise<Answer<unknown>>
  /** Whether an import is under way, which closing would stop. */
  isImporting(): boolean
  /** Asks a running or waiting call to stop; it then answers with the error `cancelled`. */
  cancel(callId: string): void
  /** Called after every commit, when readers already see it. */
  onChanged(listener: (event: ChangedEvent) => void): () => void
  /** Brings up to date what depends on the day, if a new one has begun. */
  turnDay(): Promise<void>
  /** Lets writes finish, stops reads and imports, and leaves one clean file. */
  close(): Promise<void>
}
