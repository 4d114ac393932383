import { readdir, readFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { parseSync, Visitor } from 'oxc-parser'
import { root } from '../lib/paths.mjs'

/**
 * @typedef {object} Literal
 * @property {string} file
 * @property {number} line
 * @property {string} text
 * @property {boolean} open the text goes on with a value: the beginning of a template literal
 */

/**
 * Every string, template and JSX text in the code below a folder; comments and regular expressions are none.
 * @param {string} folder
 * @returns {Promise<Literal[]>}
 */
export async function literalsIn(folder) {
  const names = (await readdir(folder, { recursive: true })).filter((name) => /\.tsx?$/.test(name))
  const found = await Promise.all(
    names.map(async (name) => {
      const path = join(folder, name)
      return literalsOf(relative(root, path).split(sep).join('/'), await readFile(path, 'utf8'))
    }),
  )
  return found.flat()
}

/**
 * @param {string} file
 * @param {string} source
 */
function literalsOf(file, source) {
  /** @type {Literal[]} */
  const literals = []
  /** @type {(start: number, text: string, open?: boolean) => void} */
  const add = (start, text, open = false) => {
    literals.push({ file, line: source.slice(0, start).split('\n').length, text, open })
  }
  const { program, errors } = parseSync(file, source)
  if (errors[0]) throw new Error(`${file}: ${errors[0].message}`)
  new Visitor({
    Literal(node) {
      if (typeof node.value === 'string') add(node.start, node.value)
    },
    JSXText(node) {
      add(node.start, node.value)
    },
    TemplateLiteral(node) {
      for (const [index, part] of node.quasis.entries()) {
        add(part.start, part.value.cooked ?? part.value.raw, index === 0 && node.expressions.length > 0)
      }
    },
  }).visit(program)
  return literals
}
