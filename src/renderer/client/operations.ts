import type { AppOperations } from '#shared/contract/app.ts'
import type { EngineOperations } from '#shared/contract/engine.ts'
import type { InputOf, OutputOf } from '#shared/contract/operation.ts'

/** Everything the window may ask for: of the engine, and of the shell (`app.…`). */
export type Operations = EngineOperations & AppOperations
export type OperationName = keyof Operations
export type Input<Name extends OperationName> = InputOf<Operations[Name]>
export type Output<Name extends OperationName> = OutputOf<Operations[Name]>
