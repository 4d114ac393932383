// What Electron's own default app does with `electron <folder>`: become the app of that folder.
import { app } from 'electron'
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

const folder = resolve(process.argv.slice(1).find((argument) => !argument.startsWith('-')) ?? '.')
const description = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
app.setName(description.productName ?? description.name)
app.setVersion(description.version)
app.setAppPath(folder)
await import(pathToFileURL(join(folder, description.main)).href)
