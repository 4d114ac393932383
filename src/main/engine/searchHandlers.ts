import type { Handlers } from './handlers.ts'
import { findCells } from './records/replace/findCells.ts'
import { previewReplace, runReplace } from './records/replace/replaceCells.ts'
import { readTitles, searchEverywhere } from './records/search/findRows.ts'
import { marksIn } from './records/search/marks.ts'
import { searchState } from './searchRebuild.ts'

export const searchHandlers: Handlers<
  'search.everywhere' | 'search.titles' | 'search.marks' | 'search.state' | 'find.cells' | 'replace.preview' | 'replace.run'
> = {
  'search.everywhere': searchEverywhere,
  'search.titles': readTitles,
  'search.marks': (_context, { typed, texts }) => texts.map((text) => marksIn(text, typed)),
  'search.state': ({ db, schema }) => searchState(db, schema),
  'find.cells': findCells,
  'replace.preview': previewReplace,
  'replace.run': runReplace,
}
