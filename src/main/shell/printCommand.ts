import { Failure } from '#shared/contract/failure.ts'
import type { OpenHost } from './desk.ts'
import type { Launch } from './launchArguments.ts'
import type { Program } from './program.ts'

/** `--print-report`: prints the report of a base without showing a window. Writes the file's path to the output. */
export async function printReportOf(launch: Launch & { mode: 'printReport' }, program: Program, openHost: OpenHost): Promise<void> {
  const opened = await openHost(launch.base, { readOnly: true })
  if (!opened.ok) throw new Failure(opened.error)
  try {
    const lang = launch.lang ?? program.preferences.settings().lang
    await program.printReport(opened.value, launch.out, { from: launch.from, to: launch.to, lang })
    process.stdout.write(`${JSON.stringify({ path: launch.out })}\n`)
  } finally {
    await opened.value.close()
  }
}
