import { expect } from 'vitest'

/** In a compared object: any text that holds this one. Typed, where the matcher itself is `any`. */
export const containing = (text: string): unknown => expect.stringContaining(text)
