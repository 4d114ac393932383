/** An element with a class, for cells that are drawn without React. */
export function element(tag: string, className: string): HTMLElement {
  const made = document.createElement(tag)
  made.className = className
  return made
}

/** A sign drawn as one path in a box of 16. */
export function sign(path: string, className: string): SVGElement {
  const icon = document.createElementNS(svg, 'svg')
  icon.setAttribute('viewBox', '0 0 16 16')
  if (className !== '') icon.setAttribute('class', className)
  const line = document.createElementNS(svg, 'path')
  line.setAttribute('d', path)
  icon.append(line)
  return icon
}

const svg = 'http://www.w3.org/2000/svg'
