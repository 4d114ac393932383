/** When a UUID version 7 was made: it begins with the milliseconds (RFC 9562, section 5.7). */
export const uidTime = (uid: string): number => Number.parseInt(uid.replaceAll('-', '').slice(0, 12), 16)
