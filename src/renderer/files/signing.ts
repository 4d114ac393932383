import type { StoredFile } from '#shared/model/file.ts'
import { create } from 'zustand'

/** What came of a request to sign: the picture, the wish to have none, or nothing. */
export type Signed = { kind: 'signed'; file: StoredFile } | { kind: 'removed' } | null

type Request = { column: string; isSigned: boolean; answer: (signed: Signed) => void }

/** Who is asked to sign at the moment. */
export const useSigning = create<{ request: Request | null }>(() => ({ request: null }))

/** Opens the dialog to sign in, and answers what came of it. */
export function askToSign(column: string, isSigned: boolean): Promise<Signed> {
  return new Promise((resolve) => {
    useSigning.getState().request?.answer(null)
    useSigning.setState({
      request: {
        column,
        isSigned,
        answer: (signed) => {
          useSigning.setState({ request: null })
          resolve(signed)
        },
      },
    })
  })
}
