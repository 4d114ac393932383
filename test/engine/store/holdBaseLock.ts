import { acquireBaseLock } from '#main/engine/store/baseLock.ts'

/** Run as a second process: takes the lock of the base named on the command line, says so, and holds it. */
try {
  const lock = acquireBaseLock(process.argv[2] ?? '')
  process.stdout.write('taken\n')
  process.stdin.on('data', () => {
    lock.release()
    process.exit(0)
  })
} catch {
  process.stdout.write('refused\n')
}
