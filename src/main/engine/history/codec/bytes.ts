/** Bytes written one after the other; grows as it is filled. */
export type ByteWriter = {
  byte(value: number): void
  /** A whole number from 0 to 2⁵³, seven bits a byte, the lowest first (LEB128). */
  whole(value: number): void
  /** A whole number of either sign: 0, −1, 1, −2 … become 0, 1, 2, 3 …, so that small ones stay short. */
  signed(value: number): void
  double(value: number): void
  /** Its length, then the bytes. */
  bytes(value: Uint8Array): void
  /** The bytes alone. */
  raw(value: Uint8Array): void
  taken(): Uint8Array
}

export function byteWriter(): ByteWriter {
  let buffer = Buffer.allocUnsafe(4096)
  let used = 0
  const room = (needed: number): void => {
    if (used + needed <= buffer.length) return
    const larger = Buffer.allocUnsafe(Math.max(buffer.length * 2, used + needed))
    buffer.copy(larger, 0, 0, used)
    buffer = larger
  }
  const whole = (value: number): void => {
    room(8)
    let rest = value
    while (rest >= 0x80) {
      buffer[used++] = (rest % 0x80) + 0x80
      rest = Math.floor(rest / 0x80)
    }
    buffer[used++] = rest
  }
  const raw = (value: Uint8Array): void => {
    room(value.length)
    buffer.set(value, used)
    used += value.length
  }
  return {
    byte: (value) => {
      room(1)
      buffer[used++] = value
    },
    whole,
    signed: (value) => whole(value < 0 ? -2 * value - 1 : 2 * value),
    double: (value) => {
      room(8)
      used = buffer.writeDoubleLE(value, used)
    },
    bytes: (value) => {
      whole(value.length)
      raw(value)
    },
    raw,
    taken: () => buffer.subarray(0, used),
  }
}

/** Reads what a writer wrote, in the same order. */
export type ByteReader = {
  byte(): number
  whole(): number
  signed(): number
  double(): number
  bytes(): Buffer
  isAtEnd(): boolean
}

export function byteReader(source: Uint8Array): ByteReader {
  const buffer = Buffer.from(source.buffer, source.byteOffset, source.byteLength)
  let at = 0
  const byte = (): number => {
    const value = buffer[at]
    if (value === undefined) throw new RangeError('bytes end too early')
    at += 1
    return value
  }
  const whole = (): number => {
    let value = 0
    for (let scale = 1; ; scale *= 0x80) {
      const part = byte()
      if (part < 0x80) return value + part * scale
      value += (part - 0x80) * scale
    }
  }
  return {
    byte,
    whole,
    signed: () => {
      const value = whole()
      return value % 2 === 1 ? -(value + 1) / 2 : value / 2
    },
    double: () => {
      at += 8
      return buffer.readDoubleLE(at - 8)
    },
    bytes: () => {
      const length = whole()
      at += length
      return buffer.subarray(at - length, at)
    },
    isAtEnd: () => at >= buffer.length,
  }
}
