import fc from 'fast-check'
import { expect, test } from 'vitest'
import { linesBetween, linesOf, type Stretch } from '#main/engine/records/lines.ts'
import type { GroupHead } from '#main/engine/records/rowList.ts'

/** Two levels of groups over rows in order, as `rowListOf` makes them. */
function groupsOf(values: readonly (readonly [number, number])[]): GroupHead[] {
  const heads: GroupHead[] = []
  values.forEach(([outer, inner], index) => {
    const before = values[index - 1]
    const isNewOuter = before?.[0] !== outer
    const end = (same: (other: readonly [number, number]) => boolean): number => {
      const next = values.findIndex((other, at) => at > index && !same(other))
      return next === -1 ? values.length : next
    }
    if (isNewOuter) heads.push({ key: `${outer}`, depth: 0, columnId: 1, value: outer, from: index, to: end((other) => other[0] === outer) })
    if (isNewOuter || before?.[1] !== inner)
      heads.push({
        key: `${outer}/${inner}`,
        depth: 1,
        columnId: 2,
        value: inner,
        from: index,
        to: end((other) => other[0] === outer && other[1] === inner),
      })
  })
  return heads
}

/** The list line by line, said plainly. */
function plainLines(values: readonly (readonly [number, number])[], collapsed: ReadonlySet<string>): string[] {
  const shown: string[] = []
  values.forEach(([outer, inner], index) => {
    const before = values[index - 1]
    if (before?.[0] !== outer) shown.push(`head ${outer}`)
    if (collapsed.has(`${outer}`)) return
    if (before?.[0] !== outer || before[1] !== inner) shown.push(`head ${outer}/${inner}`)
    if (!collapsed.has(`${outer}/${inner}`)) shown.push(`row ${index}`)
  })
  return shown
}

const asText = (stretches: readonly Stretch[]): string[] =>
  stretches.flatMap((stretch) =>
    stretch.kind === 'head'
      ? [`head ${stretch.head.key}`]
      : Array.from({ length: stretch.to - stretch.from }, (_, index) => `row ${stretch.from + index}`),
  )

test('any window on the list shows the lines that stand there', () => {
  const pair = fc.tuple(fc.nat({ max: 2 }), fc.nat({ max: 2 }))
  fc.assert(
    fc.property(
      fc.array(pair, { minLength: 1, maxLength: 30 }),
      fc.subarray(['0', '1', '2', '0/0', '1/1', '2/2']),
      fc.nat({ max: 40 }),
      fc.integer({ min: 1, max: 20 }),
      (pairs, folded, offset, limit) => {
        const values = pairs.toSorted((left, right) => left[0] - right[0] || left[1] - right[1])
        const collapsed = new Set(folded)
        const lines = linesOf({ ids: Float64Array.from(values, (_, index) => index), groups: groupsOf(values) }, collapsed)
        const plain = plainLines(values, collapsed)
        expect(lines.total).toBe(plain.length)
        expect(asText(linesBetween(lines, offset, limit))).toEqual(plain.slice(offset, offset + limit))
      },
    ),
    { numRuns: 500 },
  )
})
