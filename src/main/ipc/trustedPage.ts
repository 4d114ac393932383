/** Where our own pages live: `app://kebu`, or the development server. */
export type PageOrigin = { protocol: string; host: string }

export function pageOrigin(url: string): PageOrigin {
  const { protocol, host } = new URL(url)
  return { protocol, host }
}

/** Whether an address is one of our own pages. `URL.origin` is no help: it is "null" for every scheme but the web's. */
export function isOurPage(url: string, ours: PageOrigin): boolean {
  if (!URL.canParse(url)) return false
  const { protocol, host, username, password } = new URL(url)
  return protocol === ours.protocol && host === ours.host && username === '' && password === ''
}
