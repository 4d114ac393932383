import type { ICellRendererComp, ICellRendererParams } from 'ag-grid-community'
import type { CellValue } from '#shared/model/cell.ts'
import { optionSolid, optionText } from '../ui/tokens/optionColorStyle.ts'
import '../ui/rowButton.css'
import { element } from './elements.ts'
import type { GridLine } from './gridLine.ts'

export type ButtonParams = {
  label: string
  color: string
  /** Why it cannot be pressed in any row. */
  whyNot: string | null
  /** Why it cannot be pressed in a row that does not meet its condition. */
  whyNotHere: string | null
}
type Params = ICellRendererParams<GridLine, CellValue> & ButtonParams

/** A button in its row: a plain element, for there is one in every line. */
export class ButtonCell implements ICellRendererComp<GridLine> {
  private readonly element = element('span', 'row-button')

  init(params: Params): void {
    this.element.dataset['act'] = 'press'
    this.element.setAttribute('role', 'button')
    this.refresh(params)
  }

  getGui(): HTMLElement {
    return this.element
  }

  refresh({ value, label, color, whyNot, whyNotHere }: Params): boolean {
    const why = value === 0 ? whyNotHere : whyNot
    this.element.textContent = label
    this.element.title = why ?? ''
    this.element.setAttribute('aria-disabled', String(why !== null))
    this.element.style.setProperty('--chip-solid', optionSolid(color))
    this.element.style.setProperty('--chip-text', optionText(color))
    return true
  }
}
