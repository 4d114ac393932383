import { largestPreview } from '#shared/contract/files.ts'
import { isDecodable } from '#shared/lib/pictureSize.ts'
import { isPicture, type StoredFile } from '#shared/model/file.ts'
import { call } from '../client/call.ts'
import { onEvent } from '../client/events.ts'

type Named = Pick<StoredFile, 'hash' | 'size' | 'type'>

/**
 * The address of a small picture of the file, or null for what has none. Small pictures are made here, where hostile
 * ones can do the least: in the page, which is a locked box. The base keeps them for the next time.
 */
export async function thumbnailOf(file: Named): Promise<string | null> {
  if (!isPicture(file.type) || file.size > largestPreview) return null
  const small = await kept(thumbnails, file.hash, mostThumbnails, async () => {
    const known = await readThumbnail(file.hash)
    const bytes = known ?? (await inTurn(() => makeThumbnail(file.hash)))
    return bytes.length === 0 ? null : pictureFrom(new Blob([Uint8Array.from(bytes)], { type: 'image/webp' }))
  })
  return small?.address ?? null
}

/** A picture as the page can show it. */
export type Picture = { address: string; type: string; size: number }

/** The whole picture, or null when it cannot be shown. */
export function pictureOf(hash: string): Promise<Picture | null> {
  return kept(pictures, hash, mostPictures, async () => {
    const { type, bytes } = await call('files.read', { hash })
    if (!isPicture(type) || !isDecodable(bytes)) return null
    const blob = new Blob([Uint8Array.from(bytes)], { type })
    // An <img> shows half a picture as if it were whole; this fails for one that is cut short.
    const probe = await createImageBitmap(blob, { resizeWidth: 1, resizeHeight: 1 }).catch(() => null)
    probe?.close()
    return probe === null ? null : pictureFrom(blob)
  })
}

const pictureFrom = (blob: Blob): Picture => ({ address: URL.createObjectURL(blob), type: blob.type, size: blob.size })

type Pictures = Map<string, Promise<Picture | null>>

const thumbnails: Pictures = new Map()
const pictures: Pictures = new Map()
const mostThumbnails = 1000
const mostPictures = 12

function kept(known: Pictures, hash: string, most: number, make: () => Promise<Picture | null>): Promise<Picture | null> {
  const before = known.get(hash)
  if (before !== undefined) {
    // The one used last stays longest.
    known.delete(hash)
    known.set(hash, before)
    return before
  }
  const made = make().catch(() => {
    // Asked for again the next time: the base may just have been closing.
    known.delete(hash)
    return null
  })
  known.set(hash, made)
  for (const [oldest] of known) {
    if (known.size <= most) break
    letGo(known, oldest)
  }
  return made
}

function letGo(known: Pictures, hash: string): void {
  void known.get(hash)?.then((picture) => picture !== null && URL.revokeObjectURL(picture.address))
  known.delete(hash)
}

/** Pictures of a base that is closed are nobody's business any more. */
export function forgetPictures(): () => void {
  return onEvent('baseClosed', () => {
    for (const known of [thumbnails, pictures]) for (const hash of known.keys()) letGo(known, hash)
  })
}

type Waiting = { hash: string; resolve: (bytes: Uint8Array | null) => void; reject: (reason: unknown) => void }
let waiting: Waiting[] = []

/** Asked for one by one as cells appear, read together. */
function readThumbnail(hash: string): Promise<Uint8Array | null> {
  return new Promise((resolve, reject) => {
    waiting.push({ hash, resolve, reject })
    if (waiting.length === 1) setTimeout(readWaiting, 10)
  })
}

function readWaiting(): void {
  const asked = waiting.splice(0, 500)
  if (waiting.length > 0) setTimeout(readWaiting, 10)
  call('files.thumbnails', { hashes: asked.map(({ hash }) => hash) }).then(
    (found) => {
      const byHash = new Map(found.map((each) => [each.hash, each.bytes]))
      // What the base does not hold has no picture either.
      for (const { hash, resolve } of asked) resolve(byHash.has(hash) ? (byHash.get(hash) ?? null) : nothing)
    },
    (reason: unknown) => {
      for (const { reject } of asked) reject(reason)
    },
  )
}

const nothing = new Uint8Array()

let making: Promise<unknown> = Promise.resolve()

/** One after the other: decoded pictures are large. */
function inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
  const done = making.then(work)
  making = done.catch(() => undefined)
  return done
}

/** Twice the size at which the page of a row shows it. */
const longestSide = 240

async function makeThumbnail(hash: string): Promise<Uint8Array> {
  const made = await smallPicture(hash)
  // In a base that cannot be written to it is made anew each time.
  await call('files.keepThumbnail', { hash, bytes: made }).catch(() => null)
  return made
}

async function smallPicture(hash: string): Promise<Uint8Array> {
  const { type, bytes } = await call('files.read', { hash })
  if (!isDecodable(bytes)) return nothing
  try {
    const whole = await createImageBitmap(new Blob([Uint8Array.from(bytes)], { type }))
    const scale = Math.min(1, longestSide / Math.max(whole.width, whole.height))
    const canvas = new OffscreenCanvas(Math.max(1, Math.round(whole.width * scale)), Math.max(1, Math.round(whole.height * scale)))
    const context = canvas.getContext('2d')
    if (context === null) return nothing
    context.imageSmoothingQuality = 'high'
    context.drawImage(whole, 0, 0, canvas.width, canvas.height)
    whole.close()
    const blob = await canvas.convertToBlob({ type: 'image/webp', quality: 0.8 })
    return new Uint8Array(await blob.arrayBuffer())
  } catch {
    // No picture after all, whatever its first bytes say.
    return nothing
  }
}
