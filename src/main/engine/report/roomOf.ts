/** How wide a text stands, in letters; a Han character takes the room of two. */
export function roomOf(text: string): number {
  return [...text].reduce((room, letter) => room + ((letter.codePointAt(0) ?? 0) > 0x2e7f ? 2 : 1), 0)
}
