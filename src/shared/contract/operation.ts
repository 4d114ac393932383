import type { z } from 'zod'

/**
 * One entry of the contract between window (or command line) and engine.
 * `read` runs beside other reads and may be cancelled; `write` runs alone and yields a change.
 */
export type Operation<Input extends z.ZodType, Output, Kind extends 'read' | 'write' = 'read' | 'write'> = {
  readonly kind: Kind
  readonly input: Input
  /** Carries the output's type only; outputs come from our own engine and are not parsed again. */
  readonly output: OutputType<Output>
}

declare const outputType: unique symbol
export type OutputType<Output> = { readonly [outputType]?: Output }

export type InputOf<Op> = Op extends Operation<infer Input, unknown> ? z.input<Input> : never
export type ParsedInputOf<Op> = Op extends Operation<infer Input, unknown> ? z.output<Input> : never
export type OutputOf<Op> = Op extends { readonly output: OutputType<infer Output> } ? Output : never

export function read<Output>() {
  return <Input extends z.ZodType>(input: Input): Operation<Input, Output, 'read'> => ({ kind: 'read', input, output: {} })
}

export function write<Output>() {
  return <Input extends z.ZodType>(input: Input): Operation<Input, Output, 'write'> => ({ kind: 'write', input, output: {} })
}
