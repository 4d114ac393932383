import { runCommandLine } from './cli/run.ts'

/** The command line: the same engine as in the window, without one. */
process.exitCode = await runCommandLine(process.argv.slice(2), {
  stdout: process.stdout,
  stderr: process.stderr,
  environment: process.env,
  folder: process.cwd(),
})
