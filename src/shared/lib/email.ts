import { plainForm } from './text.ts'

/** An e-mail address out of `name@host`, `mailto:name@host` or `李雷 <name@host>`; null when it is none. */
export function parseEmail(text: string): string | null {
  const plain = plainForm(text)
  const bracketed = /^[^<>]*<([^<>]+)>$/u.exec(plain)?.[1] ?? plain
  const match = /^([^\s@<>()[\],;:"\\]+)@([^\s@<>()[\],;:"\\.]+(?:\.[^\s@<>()[\],;:"\\.]+)+)$/u.exec(bracketed.trim().replace(/^mailto:/iu, ''))
  if (match === null) return null
  const [, local = '', host = ''] = match
  return `${local}@${host.toLowerCase()}`
}
