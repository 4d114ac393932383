import type { Slots } from './shell/slots.ts'

/** Which feature fills which place of the frame; each is read when it is first needed. */
export const slots: Slots = {}
