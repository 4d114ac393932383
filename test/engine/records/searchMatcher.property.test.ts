import fc from 'fast-check'
import { expect, test } from 'vitest'
import { contentOf } from '../support/contentOf.ts'
import { temporaryBase } from '../support/temporaryBase.ts'
import { valueOf } from '../support/valueOf.ts'

/** Characters with one reading each, so that a plain matcher can be written down beside the engine's. */
const sounds: Record<string, string> = {
  张: 'zhang',
  三: 'san',
  李: 'li',
  四: 'si',
  伟: 'wei',
  华: 'hua',
  东: 'dong',
  精: 'jing',
  密: 'mi',
  安: 'an',
  西: 'xi',
  吕: 'lv',
  張: 'zhang',
  偉: 'wei',
  華: 'hua',
  東: 'dong',
  呂: 'lv',
}

const simplified: Record<string, string> = { 張: '张', 偉: '伟', 華: '华', 東: '东', 呂: '吕' }

const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/./gu, (one) => simplified[one] ?? one)

/** Whether a word is found in a cell's text: by its characters, by syllables, or by initials. */
function plainlyFound(text: string, word: string, bySound: boolean): boolean {
  const cell = plain(text)
  const typed = plain(word)
  if (typed === '') return true
  if (cell.includes(typed)) return true
  if (!bySound || !/^(?=.*[a-z])[0-9a-z]{2,}$/u.test(typed)) return false
  if (![...cell].some((one) => sounds[one] !== undefined)) return false
  // One letter alone stands for no sound, nor does zh, ch or sh for one.
  const spellings = [typed, typed.replace(/([zcs])h/gu, '$1')].filter(({ length }) => length > 1)
  return [...cell].some((_, from) => {
    const rest = [...cell].slice(from)
    return isSpelling(rest, typed, false) || spellings.some((spelling) => isInitials(rest, spelling))
  })
}

function isSpelling(characters: readonly string[], typed: string, begun: boolean): boolean {
  if (typed === '') return begun
  const sound = sounds[characters[0] ?? '']
  if (sound === undefined) return false
  if (sound.startsWith(typed)) return true
  return typed.startsWith(sound) && isSpelling(characters.slice(1), typed.slice(sound.length), true)
}

function isInitials(characters: readonly string[], typed: string): boolean {
  const initials = characters.map((one) => (sounds[one] ?? one).charAt(0)).join('')
  return initials.startsWith(typed)
}

/** Beside the title only short texts are kept by their sound. */
const isSounding = (text: string, at: number): boolean => at === 0 || [...text].filter((one) => sounds[one] !== undefined).length <= 6

const anyName = fc.string({ unit: fc.constantFrom(...Object.keys(sounds), 'A', 'b', 'c', '1', '0', ' ', '-', '·', 'é'), maxLength: 9 })
const anyWord = fc.oneof(
  fc.string({ unit: fc.constantFrom(...'张張三李安華华', ...'abczhsl10-'), minLength: 1, maxLength: 4 }),
  fc.constantFrom('zhang', 'zhangs', 'sanli', 'xian', 'hd', 'zhs', 'lv', 'jingm', 'anhua', 'dongj', 'wei'),
)

test('the index finds exactly what a plain matcher finds in each row; made bit by bit it equals one made anew', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(anyName, anyName), { minLength: 1, maxLength: 8 }),
      fc.array(anyWord, { minLength: 4, maxLength: 12 }),
      fc.nat(),
      async (texts, words, edited) => {
        const { engine, path } = temporaryBase()
        const table = valueOf(await engine.run('tables.create', { name: '客户' }))
        const column = async (name: string) => valueOf(await engine.run('columns.create', { tableId: table.id, name, type: 'text', settings: {} })).id
        const columns = [await column('名称'), await column('别名')]
        const cellsOf = (pair: readonly string[]) => columns.map((columnId, at) => ({ columnId, value: pair[at] ?? null }))
        const { ids } = valueOf(await engine.run('rows.insert', { tableId: table.id, rows: texts.map((pair) => ({ cells: cellsOf(pair) })) }))
        const at = edited % ids.length
        const swapped = [texts[at]?.[1] ?? '', texts[(at + 1) % texts.length]?.[0] ?? '']
        valueOf(await engine.run('rows.update', { tableId: table.id, rows: [{ id: ids[at] ?? 0, cells: cellsOf(swapped) }] }))
        const now = texts.map((pair, index): readonly string[] => (index === at ? swapped : pair))
        for (const word of words.filter((each) => plain(each) !== '')) {
          const query = { filter: null, sorts: [], groups: [], search: word }
          const page = valueOf(await engine.run('rows.page', { tableId: table.id, query, columnIds: [], offset: 0, limit: 100 }))
          const expected = ids.filter((_, index) => isRowFound(now[index] ?? [], word))
          expect([word, now, page.items.flatMap((item) => (item.kind === 'row' ? [item.id] : []))]).toEqual([word, now, expected])
        }
        const made = contentOf(path)
        valueOf(await engine.run('base.recompute', {}))
        expect(contentOf(path)).toEqual(made)
        await engine.close()
      },
    ),
    { numRuns: 25 },
  )
})

/** A word of characters and letters is found part by part. */
function isRowFound(cells: readonly string[], word: string): boolean {
  const isIn = (part: string): boolean => cells.some((cell, at) => plainlyFound(cell, part, isSounding(cell, at)))
  if (isIn(word)) return true
  const parts = plain(word).match(/[a-z]+|[^a-z]+/gu) ?? []
  const isMixed = parts.length > 1 && parts.every((part) => /^[a-z]/u.test(part) || !/[0-9]/u.test(part))
  return isMixed && parts.every(isIn)
}
