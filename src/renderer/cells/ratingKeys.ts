/** What a number key sets a rating to: as many as it says, 0 none, or ten where ten is the most; null for another key. */
export function ratingOfKey(key: string, max: number): number | null {
  if (!/^\d$/u.test(key)) return null
  const count = key === '0' && max === 10 ? 10 : Number(key)
  return count <= max ? count : null
}
