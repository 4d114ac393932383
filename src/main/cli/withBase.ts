import { resolve } from 'node:path'
import type { OperationInput, OperationName, OperationOutput } from '#shared/contract/engine.ts'
import { Failure } from '#shared/contract/failure.ts'
import { openEngine } from '../engine/index.ts'
import type { Terminal } from './terminal.ts'

/** Runs an operation on the open base; throws a `Failure`, shows progress. */
export type RunOperation = <Name extends OperationName>(name: Name, input: OperationInput<Name>) => Promise<OperationOutput<Name>>

/** Opens a base for the time of the work, and closes it whatever happens. */
export async function withBase<Value>(
  path: string,
  mode: 'write' | 'readOnly',
  terminal: Terminal,
  work: (run: RunOperation) => Promise<Value>,
): Promise<Value> {
  const engine = openEngine(resolve(terminal.folder, path), { mode })
  try {
    return await work(async (name, input) => {
      const result = await engine.run(name, input, { source: 'cli', onProgress: terminal.progress.show })
      if (!result.ok) throw new Failure(result.failure)
      return result.value
    })
  } finally {
    terminal.progress.end()
    await engine.close()
  }
}
