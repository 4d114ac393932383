import type { Answer } from '#shared/contract/answer.ts'
import type { ProgressEvent } from '#shared/contract/events.ts'
import { appError } from '#shared/i18n/appError.ts'
import { ClientError } from './clientError.ts'
import { onEvent } from './events.ts'
import type { Input, OperationName, Output } from './operations.ts'

export type CallOptions = { signal?: AbortSignal; onProgress?: (progress: ProgressEvent) => void }

/**
 * Runs one operation of the contract; throws a `ClientError` when it fails.
 * `await call('rows.delete', { tableId, rowIds })`
 */
export async function call<Name extends OperationName>(
  name: Name,
  input: Input<Name>,
  { signal, onProgress }: CallOptions = {},
): Promise<Output<Name>> {
  if (signal?.aborted === true) throw new ClientError(appError('cancelled'))
  const callId = nextCallId()
  const stopProgress = onProgress === undefined ? undefined : listenTo(callId, onProgress)
  const cancel = () => window.kebu.cancel(callId)
  signal?.addEventListener('abort', cancel, { once: true })
  try {
    const answer = await window.kebu.invoke(name, input, callId)
    if (!isAnswer<Output<Name>>(answer)) throw new ClientError({ ...appError('internal'), details: 'no answer' })
    if (!answer.ok) throw new ClientError(answer.error)
    return answer.value
  } finally {
    signal?.removeEventListener('abort', cancel)
    stopProgress?.()
  }
}

function isAnswer<Value>(answer: unknown): answer is Answer<Value> {
  return typeof answer === 'object' && answer !== null && 'ok' in answer
}

let calls = 0
const nextCallId = (): string => `${Math.round(performance.timeOrigin)}-${++calls}`

function listenTo(callId: string, onProgress: (progress: ProgressEvent) => void): () => void {
  return onEvent('progress', (progress) => {
    if (progress.callId === callId) onProgress(progress)
  })
}
