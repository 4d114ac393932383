import type { Answer } from '#shared/contract/answer.ts'
import { appOperations, type AppOperations } from '#shared/contract/app.ts'
import { engineOperations, type OperationName } from '#shared/contract/engine.ts'
import type { AppError } from '#shared/contract/error.ts'
import type { ProgressEvent } from '#shared/contract/events.ts'
import { appError } from '#shared/i18n/appError.ts'
import type { Host } from '../host/ports.ts'
import { errorOf } from '#shared/i18n/errorOf.ts'
import { invalidInput, type AppAnswers } from './answering.ts'
import type { GrantedPaths } from './grantedPaths.ts'
import { messageSchema, type Message } from './message.ts'
import { grantWritten, pathsAreGranted } from './namedPaths.ts'
import { isOurPage, type PageOrigin } from './trustedPage.ts'

/** Who sent a message, as Electron tells it and no page can forge. */
export type Sender = { /** Of the page's web contents. */ id: number; url: string; isMainFrame: boolean }

/** What stands behind a window. */
export type Desk = {
  host(): Host | null
  app: AppAnswers
  sendProgress(event: ProgressEvent): void
}

export type Dispatcher = {
  /** Answers any message from anybody; never throws. */
  answer(sender: Sender, message: unknown): Promise<Answer<unknown>>
}

export function dispatcher(options: {
  origin: PageOrigin
  granted: GrantedPaths
  deskOf: (sender: Sender) => Desk | null
  logError: (what: string, error: AppError) => void
}): Dispatcher {
  const { origin, granted, deskOf, logError } = options

  async function answer(sender: Sender, message: unknown): Promise<Answer<unknown>> {
    const desk = sender.isMainFrame && isOurPage(sender.url, origin) ? deskOf(sender) : null
    if (desk === null) return refusal(`message from ${sender.url}`, 'not a page of ours')
    const parsed = messageSchema.safeParse(message)
    if (!parsed.success) return refusal('message', parsed.error)
    try {
      return await answerMessage(sender, desk, parsed.data)
    } catch (error) {
      return logged(parsed.data.kind, { ok: false, error: errorOf(error) })
    }
  }

  async function answerMessage(sender: Sender, desk: Desk, message: Message): Promise<Answer<unknown>> {
    switch (message.kind) {
      case 'run':
        return logged(message.name, await run(sender, desk, message))
      case 'cancel':
        desk.host()?.cancel(callOf(sender, message.callId))
        return done
      case 'dropped':
        granted.grant(message.path)
        return done
    }
  }

  async function run(sender: Sender, desk: Desk, { name, input, callId }: Message & { kind: 'run' }): Promise<Answer<unknown>> {
    const parsed = inputOf(name, input)
    if (!parsed.ok) return parsed
    if (!pathsAreGranted(parsed.value, granted)) return { ok: false, error: invalidInput(`${name}: a file the user has not chosen`) }
    const answer = isAppOperation(name) ? await desk.app[name](parsed.value) : await runInEngine(sender, desk, name, parsed.value, callId)
    if (answer.ok) grantWritten(answer.value, granted)
    return answer
  }

  async function runInEngine(sender: Sender, desk: Desk, name: string, input: unknown, callId: string): Promise<Answer<unknown>> {
    const host = desk.host()
    if (host === null || !isEngineOperation(name)) return { ok: false, error: appError('base.none') }
    return host.runNamed(name, input, {
      callId: callOf(sender, callId),
      onProgress: (progress) => desk.sendProgress({ callId, ...progress }),
    })
  }

  function refusal(what: string, cause: unknown): Answer<never> {
    return logged(what, { ok: false, error: invalidInput(cause) })
  }

  function logged<Value>(what: string, given: Answer<Value>): Answer<Value> {
    if (!given.ok && (given.error.code === 'internal' || given.error.code === 'input.invalid')) logError(what, given.error)
    return given
  }

  return { answer }
}

const done: Answer<null> = { ok: true, value: null }

/** Two pages may use the same id for different calls. */
const callOf = (sender: Sender, callId: string) => `${sender.id}:${callId}`

function inputOf(name: string, input: unknown): Answer<unknown> {
  if (!isAppOperation(name) && !isEngineOperation(name)) return { ok: false, error: invalidInput(`no operation ${name}`) }
  const parsed = (isAppOperation(name) ? appOperations[name] : engineOperations[name]).input.safeParse(input)
  return parsed.success ? { ok: true, value: parsed.data } : { ok: false, error: invalidInput(parsed.error) }
}

function isAppOperation(name: string): name is keyof AppOperations {
  return Object.hasOwn(appOperations, name)
}

function isEngineOperation(name: string): name is OperationName {
  return Object.hasOwn(engineOperations, name)
}
