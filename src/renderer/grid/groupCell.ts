import type { ICellRendererComp, ICellRendererParams } from 'ag-grid-community'
import type { GridLine, GroupLine } from './gridLine.ts'
import type { GroupWords } from './useGroupWords.ts'

type Params = ICellRendererParams<GridLine> & GroupWords

/** The head of a group, at the left edge of its line: what the rows below hold, and how many they are. */
export class GroupCell implements ICellRendererComp<GridLine> {
  private readonly element = part('span', 'group-line')

  init(params: Params): void {
    this.refresh(params)
  }

  getGui(): HTMLElement {
    return this.element
  }

  refresh(params: Params): boolean {
    if (params.data?.kind === 'group') this.show(params.data, params)
    return true
  }

  private show(group: GroupLine, words: GroupWords): void {
    const { depth, collapsed, count } = group
    this.element.className = collapsed ? 'group-line group-line--collapsed' : 'group-line'
    this.element.style.setProperty('--depth', String(depth))
    this.element.setAttribute('role', 'button')
    this.element.setAttribute('aria-expanded', String(!collapsed))
    this.element.title = collapsed ? words.expand : words.collapse
    const chips = words.chips(group)
    const text = words.text(group)
    const names = chips.length > 0 ? chips.map(chip) : [part('span', 'group-line__value', text === '' ? words.empty : text)]
    this.element.replaceChildren(
      part('span', 'group-line__caret'),
      part('span', 'group-line__column', words.columnName(group)),
      ...names,
      part('span', 'group-line__count', words.count(count)),
      ...(words.addRow === null ? [] : [adder(words.addRow)]),
    )
  }
}

/** Adds a row that holds what the group holds; the press is told apart by where it fell. */
function adder(label: string): HTMLElement {
  const made = part('span', 'group-line__add', '＋')
  made.dataset['act'] = 'add'
  made.title = label
  made.setAttribute('role', 'button')
  made.setAttribute('aria-label', label)
  return made
}

function chip({ name, color }: { name: string; color: string }): HTMLElement {
  const made = part('span', 'chip', name)
  made.style.setProperty('--chip-solid', `var(--option-${color})`)
  made.style.setProperty('--chip-text', `var(--option-${color}-text)`)
  return made
}

function part(tag: string, className: string, text = ''): HTMLElement {
  const made = document.createElement(tag)
  made.className = className
  made.textContent = text
  return made
}
