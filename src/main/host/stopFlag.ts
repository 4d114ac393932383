/** A flag in memory shared by two threads: set on one side, read on the other while that one is busy. */
export function newStopFlag(): SharedArrayBuffer {
  return new SharedArrayBuffer(4)
}

export function raise(flag: SharedArrayBuffer): void {
  Atomics.store(new Int32Array(flag), 0, 1)
}

export function readerOf(flag: SharedArrayBuffer): () => boolean {
  const cell = new Int32Array(flag)
  return () => Atomics.load(cell, 0) === 1
}
