import type { EngineOperations, OperationName, OperationOutput, ParsedInput } from '#shared/contract/engine.ts'
import type { ReadContext, WriteContext } from './context.ts'

type ContextOf<Name extends OperationName> = EngineOperations[Name]['kind'] extends 'read' ? ReadContext : WriteContext

/** What answers an operation. Only exchange answers later, because files are read while rows are written. */
export type Handler<Name extends OperationName> = (
  context: ContextOf<Name>,
  input: ParsedInput<Name>,
) => OperationOutput<Name> | Promise<OperationOutput<Name>>

export type Handlers<Name extends OperationName> = { readonly [Each in Name]: Handler<Each> }
