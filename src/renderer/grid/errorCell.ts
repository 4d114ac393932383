import type { ICellRendererComp, ICellRendererParams } from 'ag-grid-community'
import type { CellValue } from '#shared/model/cell.ts'
import type { GridLine } from './gridLine.ts'

export type ErrorParams = { /** The reason as a sentence. */ sentence: string }
type Params = ICellRendererParams<GridLine, CellValue> & ErrorParams

/** The code of a formula's failure, with its reason under the mouse. */
export class ErrorCell implements ICellRendererComp<GridLine> {
  private readonly element = document.createElement('span')

  init(params: Params): void {
    this.element.className = 'grid-error'
    this.refresh(params)
  }

  getGui(): HTMLElement {
    return this.element
  }

  refresh({ value, sentence }: Params): boolean {
    this.element.textContent = String(value ?? '')
    this.element.title = sentence
    return true
  }
}
