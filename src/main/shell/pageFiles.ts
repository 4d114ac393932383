import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import { contentPolicy } from './contentPolicy.ts'
import { failurePage } from './failurePage.ts'

/** Our own pages: `app://kebu/index.html`. */
export const pageScheme = 'app'
export const pageHost = 'kebu'
export const pageAddress = (page: string): string => `${pageScheme}://${pageHost}/${page}`

/** Answers a request for a file of the built pages, and for nothing outside of their folder. */
export async function answerPage(folder: string, request: { url: string; method: string }): Promise<Response> {
  const path = filePathOf(folder, request.url)
  if (request.method !== 'GET' || path === null) return new Response(null, { status: 403 })
  try {
    return new Response(new Uint8Array(await readFile(path)), { headers: { 'content-type': contentType(path), ...safeHeaders } })
  } catch {
    if (extname(path) !== '.html') return new Response(null, { status: 404 })
    return new Response(failurePage(), { status: 404, headers: { 'content-type': contentType(path), ...safeHeaders } })
  }
}

const safeHeaders = {
  'content-security-policy': contentPolicy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
}

function filePathOf(folder: string, url: string): string | null {
  if (!URL.canParse(url)) return null
  const { host, pathname } = new URL(url)
  if (host !== pageHost) return null
  const path = normalize(join(folder, decoded(pathname) ?? '..'))
  return path.startsWith(folder + sep) && !path.includes('\0') ? path : null
}

function decoded(pathname: string): string | null {
  try {
    return decodeURIComponent(pathname)
  } catch {
    return null
  }
}

function contentType(path: string): string {
  return contentTypes[extname(path).toLowerCase()] ?? 'application/octet-stream'
}

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
}
