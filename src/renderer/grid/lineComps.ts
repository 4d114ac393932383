import type { ICellRendererComp, ICellRendererParams } from 'ag-grid-community'
import type { CellValue } from '#shared/model/cell.ts'
import type { GridLine, GroupLine } from './gridLine.ts'

export type LineParams = {
  addRow: string
  groupEmpty: string
  collapse: string
  expand: string
  columnName: (columnId: number) => string
  /** The colour of an option, class or member that heads the group. */
  color: (columnId: number, value: CellValue) => string | null
  format: (columnId: number, value: CellValue) => string
  count: (count: number) => string
}

/** A line across the whole grid: the head of a group, or the line that adds a row. */
export class WholeLine implements ICellRendererComp<GridLine> {
  private readonly element = document.createElement('div')

  init(params: ICellRendererParams<GridLine> & LineParams): void {
    this.refresh(params)
  }

  getGui(): HTMLElement {
    return this.element
  }

  refresh(params: ICellRendererParams<GridLine> & LineParams): boolean {
    const { data } = params
    if (data?.kind === 'group') this.showGroup(data, params)
    else if (data?.kind === 'add') {
      this.element.className = 'add-line'
      this.element.setAttribute('role', 'button')
      this.element.textContent = `＋ ${params.addRow}`
    }
    return true
  }

  private showGroup(group: GroupLine, params: LineParams): void {
    const { columnId, value, depth, collapsed, count } = group
    this.element.className = collapsed ? 'group-line group-line--collapsed' : 'group-line'
    this.element.style.setProperty('--depth', String(depth))
    this.element.setAttribute('role', 'button')
    this.element.setAttribute('aria-expanded', String(!collapsed))
    this.element.title = collapsed ? params.expand : params.collapse
    const text = params.format(columnId, value)
    const color = params.color(columnId, value)
    const name = part(color === null ? 'group-line__value' : 'chip', text === '' ? params.groupEmpty : text)
    if (color !== null) {
      name.style.setProperty('--chip-solid', `var(--option-${color})`)
      name.style.setProperty('--chip-text', `var(--option-${color}-text)`)
    }
    this.element.replaceChildren(
      part('group-line__caret', ''),
      part('group-line__column', params.columnName(columnId)),
      name,
      part('group-line__count', params.count(count)),
    )
  }
}

function part(className: string, text: string): HTMLElement {
  const made = document.createElement('span')
  made.className = className
  made.textContent = text
  return made
}
