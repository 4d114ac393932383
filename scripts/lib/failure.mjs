/** A failure with a sentence made for the person at the keyboard: printed alone, without a stack trace. */
export class Failure extends Error {}

/**
 * Runs a script's body and ends the process with the exit code it returns.
 * @param {() => Promise<number | void>} body
 */
export async function main(body) {
  try {
    process.exitCode = (await body()) ?? 0
  } catch (error) {
    console.error(error instanceof Failure ? error.message : error)
    process.exitCode = 1
  }
}
