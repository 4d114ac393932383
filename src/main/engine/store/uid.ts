import { randomFillSync } from 'node:crypto'

/** Random bytes are drawn in bulk: one draw a row would cost more than the row. */
const pool = Buffer.alloc(10 * 1024)
let used = pool.length

/** A new UUID version 7 as its 16 bytes (RFC 9562, section 5.7): sorts by the time it was made. */
export function newUid(): Uint8Array {
  if (used + 10 > pool.length) {
    randomFillSync(pool)
    used = 0
  }
  const uid = Buffer.allocUnsafe(16)
  uid.writeUIntBE(Date.now(), 0, 6)
  pool.copy(uid, 6, used, used + 10)
  used += 10
  uid[6] = 0x70 | ((uid[6] ?? 0) & 0x0f)
  uid[8] = 0x80 | ((uid[8] ?? 0) & 0x3f)
  return uid
}

export const newUidText = (): string => uidText(Buffer.from(newUid()).toString('hex'))

/** The written form, lower case without dashes. */
export const uidText = (hex: string): string => hex.toLowerCase()

export const uidBytes = (text: string): Uint8Array => Buffer.from(text, 'hex')
