import type { ICellRendererComp, ICellRendererParams } from 'ag-grid-community'
import type { GridLine } from './gridLine.ts'

export type FootParams = { columnId: number; chooseText: string }
type Params = ICellRendererParams<GridLine> & FootParams

/** The foot of a column: what is said of all its cells, or a faint invitation to say something. */
export class FootCell implements ICellRendererComp<GridLine> {
  private readonly element = span('foot-cell')
  private readonly label = span('foot-cell__label')
  private readonly text = span('foot-cell__text')

  init(params: Params): void {
    this.element.setAttribute('role', 'button')
    this.element.setAttribute('aria-haspopup', 'menu')
    this.element.append(this.text, this.label)
    this.refresh(params)
  }

  getGui(): HTMLElement {
    return this.element
  }

  refresh({ data, columnId, chooseText }: Params): boolean {
    const said = data?.kind === 'foot' ? data.texts.get(columnId) : undefined
    this.element.classList.toggle('foot-cell--none', said === undefined)
    this.label.textContent = said?.label ?? chooseText
    this.text.textContent = said === undefined ? '' : orDash(said.text)
    this.element.title = said === undefined ? '' : `${said.label} ${said.text}`
    return true
  }
}

/** What is said of a column's cells in the rows of a group, in the line of its head. */
export class SubtotalCell implements ICellRendererComp<GridLine> {
  private readonly element = span('subtotal-cell')

  init(params: ICellRendererParams<GridLine> & { columnId: number }): void {
    this.refresh(params)
  }

  getGui(): HTMLElement {
    return this.element
  }

  refresh({ data, columnId }: ICellRendererParams<GridLine> & { columnId: number }): boolean {
    const said = data?.kind === 'group' ? data.texts.get(columnId) : undefined
    this.element.textContent = said?.text ?? ''
    this.element.title = said === undefined ? '' : `${said.label} ${said.text}`
    return true
  }
}

/** Nothing to add up is said, not left out. */
const orDash = (text: string): string => (text === '' ? '–' : text)

function span(className: string): HTMLElement {
  const made = document.createElement('span')
  made.className = className
  return made
}
