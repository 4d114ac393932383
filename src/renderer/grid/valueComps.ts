import type { ICellRendererComp, ICellRendererParams } from 'ag-grid-community'
import type { CellValue } from '#shared/model/cell.ts'
import type { RatingSettings } from '#shared/model/column.ts'
import '../ui/progressBar.css'
import '../ui/rating.css'
import { ratingSigns } from '../ui/ratingSigns.ts'
import { element, sign } from './elements.ts'
import type { GridLine } from './gridLine.ts'

type Params = ICellRendererParams<GridLine, CellValue>

export type RatingParams = RatingSettings & { setLabel: string }

/** Signs in a row; a click on one sets as many, a click on the last clears them. */
export class RatingCell implements ICellRendererComp<GridLine> {
  private readonly element = element('span', 'rating')

  init(params: Params & RatingParams): void {
    this.refresh(params)
  }

  getGui(): HTMLElement {
    return this.element
  }

  refresh({ value, max, icon, setLabel }: Params & RatingParams): boolean {
    const count = typeof value === 'number' ? value : 0
    this.element.setAttribute('role', 'img')
    this.element.setAttribute('aria-label', `${count} / ${max}`)
    const signs = Array.from({ length: Math.max(max, count) }, (_, place) => {
      const hit = element('span', 'grid-rating')
      // The last of those that are there takes all of them away.
      hit.dataset['rating'] = String(place + 1 === count ? 0 : place + 1)
      hit.title = setLabel
      hit.append(sign(ratingSigns[icon], place < count ? 'rating__sign rating__sign--on' : 'rating__sign'))
      return hit
    })
    this.element.replaceChildren(...signs)
    return true
  }
}

/** A bar, and its percentage. */
export class ProgressCell implements ICellRendererComp<GridLine> {
  private readonly element = element('span', 'progress-bar')
  private readonly done = element('span', 'progress-bar__done')
  private readonly text = element('span', 'progress-bar__text')

  init(params: Params): void {
    const track = element('span', 'progress-bar__track')
    track.append(this.done)
    this.element.append(track, this.text)
    this.refresh(params)
  }

  getGui(): HTMLElement {
    return this.element
  }

  refresh({ value, valueFormatted }: Params): boolean {
    this.element.hidden = typeof value !== 'number'
    if (typeof value === 'number') this.done.style.width = `${Math.min(1, Math.max(0, value)) * 100}%`
    this.text.textContent = valueFormatted ?? ''
    return true
  }
}

export type UrlParams = { openLabel: string }

/** A web address, and a sign that opens it: a click on the text chooses the cell as everywhere. */
export class UrlCell implements ICellRendererComp<GridLine> {
  private readonly element = element('span', 'grid-url')
  private readonly text = element('span', 'grid-url__text')
  private readonly open = element('span', 'grid-url__open')

  init(params: Params & UrlParams): void {
    this.open.dataset['act'] = 'openUrl'
    this.open.setAttribute('role', 'button')
    this.open.setAttribute('aria-label', params.openLabel)
    this.open.title = params.openLabel
    this.open.append(sign('M6.5 3H3v10h10V9.5M9 3h4v4M13 3L7.5 8.5', ''))
    this.element.append(this.text, this.open)
    this.refresh(params)
  }

  getGui(): HTMLElement {
    return this.element
  }

  refresh({ value }: Params): boolean {
    const url = typeof value === 'string' ? value : ''
    this.element.hidden = url === ''
    this.text.textContent = url.replace(/^https?:\/\/(?:www\.)?|^mailto:/u, '').replace(/\/$/u, '')
    this.element.title = url
    return true
  }
}
