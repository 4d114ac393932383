import type { CatalogueName } from './functions/catalogue.ts'

/** Names of functions as the checker gives them to the engine, operators included. */
export type FunctionName = CatalogueName
