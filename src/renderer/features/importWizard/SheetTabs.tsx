import { classes } from '../../ui/classes.ts'
import { useT } from '../../ui/lang.ts'
import type { BaseShape, ImportDraft } from '#shared/importing/draft.ts'
import { destinationName, includedSheets } from '#shared/importing/draft.ts'

type SheetTabsProps = {
  draft: ImportDraft
  shown: string
  base: BaseShape
  /** Sheets with something wrong. */ marked: ReadonlySet<string>
  onShow: (sheet: string) => void
}

/** The ticked sheets and the tables they fill, one shown at a time. */
export function SheetTabs({ draft, shown, base, marked, onShow }: SheetTabsProps) {
  const t = useT()
  return (
    <div className="sheet-tabs" role="tablist">
      {includedSheets(draft).map((sheet) => (
        <button
          key={sheet.sheet}
          type="button"
          role="tab"
          aria-selected={sheet.sheet === shown}
          className={classes(
            'sheet-tabs__tab',
            sheet.sheet === shown && 'sheet-tabs__tab--shown',
            marked.has(sheet.sheet) && 'sheet-tabs__tab--marked',
          )}
          onClick={() => onShow(sheet.sheet)}
        >
          <span className="sheet-tabs__name">{sheet.sheet}</span>
          <small>
            →{' '}
            {'newTable' in sheet.destination
              ? t('importWizard.preview.newTable', { name: sheet.destination.newTable })
              : destinationName(sheet.destination, base)}
          </small>
        </button>
      ))}
    </div>
  )
}
