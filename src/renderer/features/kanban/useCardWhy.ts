import type { RefObject } from 'react'
import type { AskedWhy } from '#renderer/why/WhyLayer.tsx'
import { useChipWhy } from '#renderer/why/useChipWhy.ts'

/** A class on a card tells why, as in the grid. */
export function useCardWhy(root: RefObject<HTMLElement | null>): { asked: AskedWhy | null; close: () => void } {
  return useChipWhy(root, '[data-why]', askedByCard)
}

function askedByCard(chip: HTMLElement): AskedWhy {
  const rowId = Number(chip.closest<HTMLElement>('[data-row]')?.dataset['row'])
  return { rowId, schemeId: Number(chip.dataset['why']), box: chip.getBoundingClientRect(), byKey: false }
}
