import { expect, test } from 'vitest'
import { saysNothing } from '#shared/lib/nothingWord.ts'

test('words that say there is nothing, and words that say something', () => {
  for (const text of ['无', ' 暂无 ', 'Ｎ／Ａ', 'n/a', '-', '——']) expect([text, saysNothing(text)]).toEqual([text, true])
  for (const text of ['待定', '无锡', '0', '-5', '', 'Nina']) expect([text, saysNothing(text)]).toEqual([text, false])
})
