import type { ElectronApplication, Page } from 'playwright-core'
import type { Answer } from '#shared/contract/answer.ts'
import type { AppOperations } from '#shared/contract/app.ts'
import type { EngineOperations } from '#shared/contract/engine.ts'
import type { InputOf, OutputOf } from '#shared/contract/operation.ts'
import type { Bridge } from '#shared/contract/events.ts'

declare global {
  interface Window {
    kebu: Bridge
  }
}

/** Calls of this process, of which each has an id of its own. */
let calls = 0

type Operations = EngineOperations & AppOperations

/** Calls an operation as the page does, and gives its answer as it came. */
export async function ask<Name extends keyof Operations>(
  page: Page,
  name: Name,
  input: InputOf<Operations[Name]>,
): Promise<Answer<OutputOf<Operations[Name]>>> {
  return answerOf(
    await page.evaluate(([named, given, callId]) => window.kebu.invoke(named, given, callId), [name, input, `test-${(calls += 1)}`] as const),
  )
}

/** The same for what must succeed. */
export async function run<Name extends keyof Operations>(
  page: Page,
  name: Name,
  input: InputOf<Operations[Name]>,
): Promise<OutputOf<Operations[Name]>> {
  const answer = await ask(page, name, input)
  if (!answer.ok) throw new Error(`${name}: ${answer.error.message.en} ${answer.error.details ?? ''}`)
  return answer.value
}

/** Whatever the operating system's file dialogs would be asked, this is what the user picks; null cancels. */
export async function pickInDialogs(app: ElectronApplication, path: string | null): Promise<void> {
  await app.evaluate(({ dialog }, picked) => {
    dialog.showSaveDialog = async () => ({ canceled: picked === null, filePath: picked ?? '' })
    dialog.showOpenDialog = async () => ({ canceled: picked === null, filePaths: picked === null ? [] : [picked] })
  }, path)
}

/** Message boxes are answered with the button of this index; what they said is kept for `messages`. */
export async function answerMessages(app: ElectronApplication, button: number): Promise<void> {
  await app.evaluate(({ dialog }, response) => {
    const said: string[] = []
    Reflect.set(globalThis, 'saidInDialogs', said)
    Reflect.set(dialog, 'showMessageBox', async (...args: unknown[]) => {
      const options: unknown = args.at(-1)
      said.push(String(Reflect.get(Object(options), 'message')))
      return { response, checkboxChecked: false }
    })
  }, button)
}

export async function messages(app: ElectronApplication): Promise<string[]> {
  const said = await app.evaluate((): unknown => Reflect.get(globalThis, 'saidInDialogs'))
  return Array.isArray(said) ? said.map(String) : []
}

/** Chooses an item of the menu bar by its id. */
export async function chooseInMenu(app: ElectronApplication, id: string): Promise<void> {
  await app.evaluate(({ Menu }, item) => {
    Menu.getApplicationMenu()?.getMenuItemById(item)?.click()
  }, id)
}

/** Waits until something holds that no event tells of. */
export async function until(holds: () => Promise<boolean>, seconds = 60): Promise<void> {
  const end = performance.now() + seconds * 1000
  while (!(await holds())) {
    if (performance.now() > end) throw new Error(`waited ${seconds} s in vain`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

function answerOf<Value>(answer: unknown): Answer<Value> {
  if (isAnswer<Value>(answer)) return answer
  throw new Error(`no answer: ${JSON.stringify(answer)}`)
}

function isAnswer<Value>(answer: unknown): answer is Answer<Value> {
  return typeof answer === 'object' && answer !== null && 'ok' in answer
}
