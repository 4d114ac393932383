import type { ICellRendererComp, ICellRendererParams } from 'ag-grid-community'
import type { GridLine } from './gridLine.ts'

export type AddLineParams = { addRow: string }

/** The line below the last row, across the whole grid, that adds one. */
export class AddLine implements ICellRendererComp<GridLine> {
  private readonly element = document.createElement('div')

  init({ addRow }: ICellRendererParams<GridLine> & AddLineParams): void {
    this.element.className = 'add-line'
    this.element.setAttribute('role', 'button')
    this.element.textContent = `＋ ${addRow}`
  }

  getGui(): HTMLElement {
    return this.element
  }

  refresh(): boolean {
    return true
  }
}
