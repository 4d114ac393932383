import { acquireBaseLock } from '#main/engine/store/baseLock.ts'

/** Run as a second process: takes the lock of the base named on the command line, says so, and holds it. */
const lock = acquireBaseLock(process.argv[2] ?? '')
process.stdout.write(lock === null ? 'held\n' : 'taken\n')
if (lock !== null) {
  process.stdin.on('data', () => {
    lock.release()
    process.exit(0)
  })
}
