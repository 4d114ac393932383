import { otherReadings } from '#shared/lib/data/otherReadings.ts'
import { pinyinPro } from '../../store/packages.ts'

const firstHan = 0x4e00
const lastHan = 0x9fff

/** How Han characters are read, without tones and with v for ü, as numbers of syllables. */
export type Readings = {
  syllables: readonly string[]
  /** The commonest reading by character; 0 for one whose reading is not known. */
  first: Uint16Array
  /** What each syllable begins with, as a character code. */
  initials: Uint8Array
  /** The other readings of those that have some. */
  others: ReadonlyMap<number, readonly number[]>
}

/** Looked up once for the whole block: a reading asked for by context costs a hundred times as much as a place in a table. */
export function readings(): Readings {
  return (made ??= makeReadings())
}
let made: Readings | undefined

/** The commonest reading of a character as the number of its syllable; 0 for what is no Han character. */
export const firstReading = ({ first }: Readings, code: number): number => (code < firstHan || code > lastHan ? 0 : (first[code - firstHan] ?? 0))

/** Every way to read a character, the commonest first: 曾 is `ceng`, and `zeng` as a surname. */
export function readingsOf(code: number): string[] {
  const known = readings()
  const first = firstReading(known, code)
  return first === 0 ? [] : [first, ...(known.others.get(code) ?? [])].map((id) => known.syllables[id] ?? '')
}

/** Every syllable. */
export function allSyllables(): ReadonlySet<string> {
  return (all ??= new Set(readings().syllables.slice(1)))
}
let all: ReadonlySet<string> | undefined

function makeReadings(): Readings {
  const { pinyin } = pinyinPro()
  const syllables = ['']
  const ids = new Map<string, number>()
  const idOf = (syllable: string): number => {
    if (!/^[a-z]+$/u.test(syllable)) return 0
    const id = ids.get(syllable) ?? syllables.push(syllable) - 1
    ids.set(syllable, id)
    return id
  }
  const first = Uint16Array.from({ length: lastHan - firstHan + 1 }, (_, at) =>
    idOf(pinyin(String.fromCharCode(firstHan + at), { toneType: 'none', v: true, nonZh: 'removed' })),
  )
  const others = otherReadings.split(/\s+/u).map((line): [number, number[]] => {
    const code = line.charCodeAt(0)
    return [
      code,
      line
        .slice(1)
        .split('/')
        .map(idOf)
        .filter((id) => id !== first[code - firstHan]),
    ]
  })
  return {
    syllables,
    initials: Uint8Array.from(syllables, (syllable) => (syllable === '' ? 0 : syllable.charCodeAt(0))),
    first,
    others: new Map(others.filter(([, more]) => more.length > 0)),
  }
}
