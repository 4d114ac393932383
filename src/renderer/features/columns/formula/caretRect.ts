/** Where the unit of a text stands in the window, as the element that holds the text shows it. */
export function caretRect(element: Element, offset: number): DOMRect {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  let before = 0
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const length = node.textContent?.length ?? 0
    if (offset < before + length) {
      const range = document.createRange()
      range.setStart(node, offset - before)
      range.setEnd(node, offset - before + 1)
      return range.getBoundingClientRect()
    }
    before += length
  }
  return element.getBoundingClientRect()
}
