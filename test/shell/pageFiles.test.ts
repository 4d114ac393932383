import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { answerPage } from '#main/shell/pageFiles.ts'

let folder: string
let pages: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kebu-pages-'))
  pages = join(folder, 'renderer')
  mkdirSync(join(pages, 'assets'), { recursive: true })
  writeFileSync(join(pages, 'index.html'), '<p>page</p>')
  writeFileSync(join(pages, 'assets', 'index-1.js'), 'script')
  writeFileSync(join(folder, 'secret.txt'), 'secret')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const get = (url: string, method = 'GET') => answerPage(pages, { url, method })

test('our files come with their type and with a policy that lets nothing else in', async () => {
  const page = await get('app://kebu/index.html?lang=en')
  expect(await page.text()).toBe('<p>page</p>')
  expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8')
  const policy = page.headers.get('content-security-policy') ?? ''
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain("script-src 'self';")
  expect(policy).not.toMatch(/https?:|\*|unsafe-eval/)
  expect((await get('app://kebu/assets/index-1.js')).headers.get('content-type')).toBe('text/javascript; charset=utf-8')
})

test.each([
  'app://kebu/../secret.txt',
  'app://kebu/%2e%2e/secret.txt',
  'app://kebu/..%2fsecret.txt',
  'app://kebu/assets/..%5c..%5csecret.txt',
  'app://kebu/%2e%2e%2f%2e%2e%2f%2e%2e%2fetc/passwd',
  'app://other/index.html',
  'app://kebu/%00',
  'app://kebu/%',
  'app://kebu/',
])('%s is not answered', async (url) => {
  const answer = await get(url)
  expect(answer.status).toBeGreaterThanOrEqual(400)
  expect(await answer.text()).not.toContain('secret')
})

test('our pages can only be read', async () => {
  expect((await get('app://kebu/index.html', 'POST')).status).toBe(403)
})

test('where a page is missing, a sentence says what to do', async () => {
  const answer = await get('app://kebu/report.html')
  expect(answer.status).toBe(404)
  expect(await answer.text()).toMatch(/请重新安装客簿.*install Kebu again/s)
})
