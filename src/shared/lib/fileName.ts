/**
 * A name that every system takes for a file, and that cannot lead out of its folder or pass for another kind of file:
 * no separators, no marks that turn the reading direction, no names of devices, not too long.
 */
export function safeFileName(name: string): string {
  const plain = name
    .replace(/[\\/:*?"<>|\p{Cc}\p{Zl}\p{Zp}]/gu, ' ')
    .replace(/[\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]|\p{Cs}/gu, '')
    .normalize('NFC')
    .replace(/\s+/gu, ' ')
    .replace(/^[. ]+|[. ]+$/gu, '')
  const { stem: cut, extension } = parted(shortened(plain))
  // Where a name without an ending was cut, it may look as if it had one, behind a space.
  const stem = cut.replace(/[. ]+$/u, '')
  if (stem === '') return 'file'
  return `${devices.test(stem) ? `_${stem}` : stem}${extension}`
}

/** The name, or the first of `name (2)`, `name (3)` … that is not taken yet; letters that differ in case alone are the same. */
export function freeFileName(name: string, taken: ReadonlySet<string>): string {
  const { stem, extension } = parted(name)
  for (let number = 1; ; number += 1) {
    const free = number === 1 ? name : `${stem} (${number})${extension}`
    if (!taken.has(free.toLowerCase())) return free
  }
}

/** The part of a name behind its last point, in small letters; empty where there is none. */
export function extensionOf(name: string): string {
  return parted(name).extension.slice(1).toLowerCase()
}

/** Whether opening the file would run it: a program, a script, a shortcut to one. */
export function isRunnable(name: string, type: string): boolean {
  return runnableTypes.has(type) || runnable.has(extensionOf(name))
}

/** UTF-8 of a name may take 255 bytes; room is left for a number, and for the ending of an unfinished file. */
const mostBytes = 200

function shortened(name: string): string {
  const { stem, extension } = parted(name)
  let room = mostBytes - bytesOf(extension)
  let kept = ''
  for (const character of stem) {
    room -= bytesOf(character)
    if (room < 0) break
    kept += character
  }
  return `${kept.replace(/[. ]+$/u, '')}${extension}`
}

function bytesOf(text: string): number {
  let bytes = 0
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
  }
  return bytes
}

/** An ending is short and has no space: what follows the last point of a sentence is none. */
function parted(name: string): { stem: string; extension: string } {
  const extension = /(?<=.)\.[^. ]{1,12}$/u.exec(name)?.[0] ?? ''
  return { stem: extension === '' ? name : name.slice(0, -extension.length), extension }
}

const devices = /^(?:con|prn|aux|nul|com\d|lpt\d)$/iu

const runnableTypes: ReadonlySet<string> = new Set(['application/x-executable', 'text/x-script'])

const runnable: ReadonlySet<string> = new Set(
  (
    'exe com bat cmd scr pif msi msp msix appx cpl dll hta jar js jse vbs vbe wsf wsh ws ps1 psm1 psd1 reg lnk url inf scf ' +
    'msc gadget application appref-ms settingcontent-ms chm iso img vhd vhdx ' +
    'sh bash zsh fish csh ksh run bin elf appimage desktop deb rpm command app pkg dmg workflow scpt applescript terminal tool ' +
    'py pyw pyz rb pl php lua docm dotm xlsm xltm xlam pptm potm ppam xll svg svgz htm html xhtml mht mhtml xml xsl'
  ).split(' '),
)
