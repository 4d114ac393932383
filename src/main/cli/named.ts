import { nameKey } from '#shared/lib/text.ts'
import { UsageError } from './usageError.ts'

/** The thing of this name: exactly, else without regard to width, case and spaces. */
export function named<Thing extends { name: string; role?: string | null; code?: string }>(
  things: readonly Thing[],
  name: string,
  sayUnknown: (words: { name: string; names: string }) => string,
): Thing {
  const found =
    things.find((thing) => thing.name === name) ??
    things.find((thing) => thing.role === name || thing.code === name) ??
    things.find((thing) => nameKey(thing.name) === nameKey(name))
  if (found === undefined) throw new UsageError(sayUnknown({ name, names: things.map((thing) => thing.name).join('、') }))
  return found
}
