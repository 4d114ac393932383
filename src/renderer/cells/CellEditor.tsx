import { assertNever } from '#shared/lib/assertNever.ts'
import { AddressEditor } from './editors/AddressEditor.tsx'
import { DateEditor } from './editors/DateEditor.tsx'
import { FilesEditor } from './editors/FilesEditor.tsx'
import { LinkEditor } from './editors/LinkEditor.tsx'
import { LongTextEditor } from './editors/LongTextEditor.tsx'
import { MemberEditor } from './editors/MemberEditor.tsx'
import { MembersEditor } from './editors/MembersEditor.tsx'
import { MultipleSelectEditor } from './editors/MultipleSelectEditor.tsx'
import { RatingEditor } from './editors/RatingEditor.tsx'
import { SingleSelectEditor } from './editors/SingleSelectEditor.tsx'
import { TextEditor } from './editors/TextEditor.tsx'
import { WrappingTextEditor } from './editors/WrappingTextEditor.tsx'
import type { EditorProps } from './cellEdit.ts'

/** The editor that fits the column's type; the same in the grid and on the page of a row. */
export function CellEditor(props: EditorProps) {
  const { type } = props.column
  switch (type) {
    case 'text':
      return props.wraps === true ? <WrappingTextEditor {...props} /> : <TextEditor {...props} />
    case 'number':
    case 'phone':
    case 'email':
    case 'url':
    case 'geolocation':
    case 'duration':
    case 'progress':
    case 'checkbox':
      return <TextEditor {...props} />
    case 'rating':
      return <RatingEditor {...props} />
    case 'longText':
      return <LongTextEditor {...props} />
    case 'date':
    case 'dateTime':
      return <DateEditor {...props} />
    case 'singleSelect':
      return <SingleSelectEditor {...props} />
    case 'multipleSelect':
      return <MultipleSelectEditor {...props} />
    case 'member':
      return <MemberEditor {...props} />
    case 'members':
      return <MembersEditor {...props} />
    case 'address':
      return <AddressEditor {...props} />
    case 'file':
    case 'image':
      return <FilesEditor {...props} />
    case 'link':
      return <LinkEditor {...props} />
    // Signed in a dialog of its own.
    case 'signature':
    case 'autoNumber':
    case 'createdTime':
    case 'modifiedTime':
    case 'createdBy':
    case 'modifiedBy':
    case 'lookup':
    case 'rollup':
    case 'formula':
    case 'button':
      return null
    default:
      return assertNever(type)
  }
}
