/** What commands ask of the page of a row. */
export type RowPagePort = { writeFollowUp: () => void }

/** The page of a row on screen, if there is one that follow-ups can be written on. */
export const rowPagePort = (): RowPagePort | null => port

/** The page announces itself while it is on screen; the answer takes it back. */
export function announceRowPage(page: RowPagePort): () => void {
  port = page
  return () => {
    if (port === page) port = null
  }
}

let port: RowPagePort | null = null
