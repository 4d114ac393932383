/** One step of the file format. Frozen once released: a mistake is mended by a later one. */
export type Migration = { readonly version: number; readonly sql: string }
