/** JSON as a value of no known shape: who reads it says what it expects, by a schema. */
export function parseJson(text: string, revive?: (key: string, value: unknown) => unknown): unknown {
  return JSON.parse(text, revive)
}
