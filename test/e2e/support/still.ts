import type { Page } from 'playwright-core'

/** For how long nothing may have changed. */
const quietMs = 150
/** What moves for longer than this goes on moving. */
const mostMs = 10_000

/** Waits until the page stands still: no motion that ends by itself, nothing that is still read, nothing changed for a moment. */
export async function still(page: Page): Promise<void> {
  await page.evaluate(
    async ({ quiet, most }) => {
      const end = performance.now() + most
      let changed = performance.now()
      const observer = new MutationObserver(() => (changed = performance.now()))
      observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true })
      const moves = () =>
        document
          .getAnimations()
          .some(({ playState, effect }) => playState === 'running' && Number.isFinite(Number(effect?.getComputedTiming().endTime)))
      const reads = () => document.querySelector('[class*="skeleton"]') !== null
      while (performance.now() < end && (moves() || reads() || performance.now() - changed < quiet))
        await new Promise((resolve) => setTimeout(resolve, 30))
      observer.disconnect()
    },
    { quiet: quietMs, most: mostMs },
  )
}
