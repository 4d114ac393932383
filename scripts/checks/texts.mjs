import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from '../lib/paths.mjs'
import { literalsIn } from './literals.mjs'

const i18n = join(root, 'src', 'shared', 'i18n')

// Asked for by key alone, because the room is known: errors and problems of formulas by code, names of the customer book by role.
const roomsWithoutPrefix = ['errors', 'template', 'formula']

// Keys made from data at run time, so that no literal in the code spells or begins them.
const madeAtRunTime = [/^template\w*\./, /^playbooks\./]

// Chinese that is read and matched, not shown: dates, numbers, regions, headers and functions as people type them.
const readsChinese = [
  /^src\/shared\/(lib|importing|formula)\//,
  /^src\/main\/engine\/exchange\/inspect\/headerWords\.ts$/,
  /^src\/main\/cli\/condition\.ts$/,
]
// Chinese that is the same in every language: the texts themselves, a language's own name, number units, the product's sign.
const isChinese = [
  /^src\/shared\/i18n\//,
  /^src\/main\/engine\/template\//,
  // Functions whose results are Chinese in every language: amounts in words, the lunar calendar.
  /^src\/main\/engine\/compute\/formula\/functions\//,
  /^src\/main\/shell\/menuBar\.ts$/,
  /^src\/renderer\/shell\/LookSwitches\.tsx$/,
  /^src\/renderer\/charts\/compactNumber\.ts$/,
  /^src\/renderer\/ui\/Seal\.tsx$/,
]

/**
 * Texts of both languages against each other and against the code that asks for them.
 * @returns {Promise<string[]>} one line for each problem
 */
export async function checkTexts() {
  const zh = await roomsOf('zh-CN')
  const en = await roomsOf('en')
  const literals = await literalsIn(join(root, 'src'))
  return [...differences(zh, en), ...unused(zh, literals), ...chineseInCode(literals)]
}

/**
 * @typedef {Map<string, Record<string, string>>} Rooms
 * @param {string} lang
 * @returns {Promise<Rooms>}
 */
async function roomsOf(lang) {
  const rooms = new Map()
  for (const file of (await readdir(join(i18n, lang))).sort()) {
    if (file === 'catalogue.ts') continue
    const name = file.replace(/\.ts$/, '')
    const module = await import(pathToFileURL(join(i18n, lang, file)).href)
    if (typeof module[name] !== 'object') throw new Error(`src/shared/i18n/${lang}/${file} must export “${name}”`)
    rooms.set(name, module[name])
  }
  return rooms
}

/**
 * @param {Rooms} zh
 * @param {Rooms} en
 */
function differences(zh, en) {
  const problems = []
  for (const name of new Set([...zh.keys(), ...en.keys()])) {
    const ours = zh.get(name) ?? {}
    const theirs = en.get(name) ?? {}
    for (const key of new Set([...Object.keys(ours), ...Object.keys(theirs)])) {
      const [a, b] = [ours[key], theirs[key]]
      if (!a || !b) problems.push(`${name}.${key}: missing or empty in ${a ? 'en' : 'zh-CN'}`)
      else if (parameters(a) !== parameters(b)) problems.push(`${name}.${key}: parameters differ: ${parameters(a)} | ${parameters(b)}`)
    }
  }
  return problems
}

/** @param {string} message */
function parameters(message) {
  return [...new Set([...message.matchAll(/\{(\w+)/g)].map((match) => match[1] ?? ''))].toSorted().join(', ')
}

/**
 * @param {Rooms} zh
 * @param {readonly import('./literals.mjs').Literal[]} literals
 */
function unused(zh, literals) {
  const elsewhere = literals.filter(({ file }) => !file.startsWith('src/shared/i18n/'))
  const whole = new Set(elsewhere.filter(({ open }) => !open).map(({ text }) => text))
  const beginnings = elsewhere.filter(({ open, text }) => open && /^\w+\./.test(text)).map(({ text }) => text)
  const isUsed = (/** @type {string} */ key) => whole.has(key) || beginnings.some((text) => key.startsWith(text))
  const problems = []
  for (const [room, texts] of zh) {
    for (const key of Object.keys(texts)) {
      const full = `${room}.${key}`
      if (madeAtRunTime.some((pattern) => pattern.test(full)) || isUsed(full)) continue
      if (roomsWithoutPrefix.includes(room) && isUsed(key)) continue
      problems.push(`${full}: no code asks for this text`)
    }
  }
  return problems
}

/** @param {readonly import('./literals.mjs').Literal[]} literals */
function chineseInCode(literals) {
  return literals
    .filter(({ file, text }) => /\p{Script=Han}/u.test(text) && ![...readsChinese, ...isChinese].some((pattern) => pattern.test(file)))
    .map(({ file, line, text }) => `${file}:${line}: Chinese text in code, move it to src/shared/i18n: ${text.trim().slice(0, 40)}`)
}
