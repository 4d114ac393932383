/**
 * Where a call stands, in memory shared by two threads: asked to stop on one side, read on the other while that one is busy.
 * It ends once, and both sides know how: answered by the thread at work, or with the whole thread given up.
 */
export function newStopFlag(): SharedArrayBuffer {
  return new SharedArrayBuffer(4)
}

const [wanted, asked, answered, condemned] = [0, 1, 2, 3]

/** Asks a call to stop. */
export function raise(flag: SharedArrayBuffer): void {
  Atomics.compareExchange(new Int32Array(flag), 0, wanted, asked)
}

/** Whether a call that was asked to stop was still at work: its thread begins nothing any more. */
export function condemn(flag: SharedArrayBuffer): boolean {
  return Atomics.compareExchange(new Int32Array(flag), 0, asked, condemned) === asked
}

/** Said by the thread at work, before it begins the next call: false where it was given up meanwhile. */
export function finish(flag: SharedArrayBuffer): boolean {
  return Atomics.exchange(new Int32Array(flag), 0, answered) !== condemned
}

/** Whether a call was asked to stop. */
export function readerOf(flag: SharedArrayBuffer): () => boolean {
  const cell = new Int32Array(flag)
  return () => [asked, condemned].includes(Atomics.load(cell, 0))
}
