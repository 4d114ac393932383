/** `KH-{yyyyMM}-{0001}` and number 7 in March 2024 give `KH-202403-0007`; more digits than zeros are kept. */
export function autoNumberText(pattern: string, now: string, number: number): string {
  let numbered = false
  const text = pattern.replace(/\{([^{}]+)\}/gu, (whole, inner: string) => {
    const date = dateText(inner, now)
    if (date !== null) return date
    if (!/^0*1?$/u.test(inner)) return whole
    numbered = true
    return String(number).padStart(inner.length, '0')
  })
  return numbered ? text : `${text}${number}`
}

/** The part of a pattern that changes with time: numbers start again at 1 when it does. */
export function counterKey(pattern: string, now: string): string {
  return [...pattern.matchAll(/\{([^{}]+)\}/gu)].map((match) => dateText(match[1] ?? '', now) ?? '').join('')
}

function dateText(token: string, now: string): string | null {
  switch (token) {
    case 'yyyy': return now.slice(0, 4)
    case 'yyyyMM': return now.slice(0, 4) + now.slice(5, 7)
    case 'yyyyMMdd': return now.slice(0, 4) + now.slice(5, 7) + now.slice(8, 10)
    default: return null
  }
}
