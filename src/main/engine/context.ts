export type { ReadContext } from './store/context.ts'
export type { Schema } from './store/schema.ts'
export type { WriteContext } from './history/writeContext.ts'
