import fc from 'fast-check'

/** Text of any UTF-16 units: control characters, lone surrogates, every script. */
export const anyText = fc.string({ unit: fc.oneof(fc.nat(0x7f), fc.nat(0xffff)).map((unit) => String.fromCharCode(unit)) })
