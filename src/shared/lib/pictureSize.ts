/** A picture's width and height in pixels, as its first bytes say them; null where they do not. Nothing is decoded. */
export type PictureSize = { width: number; height: number }

/** More pixels than these are not decoded: a small file may claim a picture that no memory holds. */
export const mostPixels = 120_000_000

export function pictureSize(bytes: Uint8Array): PictureSize | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    return pngSize(view) ?? jpegSize(view) ?? gifSize(view) ?? webpSize(view) ?? bmpSize(view) ?? avifSize(view)
  } catch {
    // Cut short within its head.
    return null
  }
}

/** Whether a window may decode the picture. */
export function isDecodable(bytes: Uint8Array): boolean {
  const size = pictureSize(bytes)
  return size !== null && size.width > 0 && size.height > 0 && size.width * size.height <= mostPixels
}

function pngSize(view: DataView): PictureSize | null {
  if (view.getUint32(0) !== 0x89504e47) return null
  return { width: view.getUint32(16), height: view.getUint32(20) }
}

/** The first frame header (SOFn) among the segments. */
function jpegSize(view: DataView): PictureSize | null {
  if (view.getUint16(0) !== 0xffd8) return null
  for (let at = 2; ;) {
    if (view.getUint8(at) !== 0xff) return null
    const marker = view.getUint8(at + 1)
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (isFrame) return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) }
    // A marker may be preceded by any number of 0xff.
    at += marker === 0xff ? 1 : 2 + view.getUint16(at + 2)
  }
}

function gifSize(view: DataView): PictureSize | null {
  if (view.getUint32(0) !== 0x47494638) return null
  return { width: view.getUint16(6, true), height: view.getUint16(8, true) }
}

function webpSize(view: DataView): PictureSize | null {
  if (view.getUint32(0) !== 0x52494646 || view.getUint32(8) !== 0x57454250) return null
  switch (view.getUint32(12)) {
    case 0x56503820:
      return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff }
    case 0x5650384c: {
      const bits = view.getUint32(21, true)
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
    }
    case 0x56503858:
      return { width: (view.getUint32(24, true) & 0xffffff) + 1, height: (view.getUint32(26, true) >>> 8) + 1 }
    default:
      return null
  }
}

function bmpSize(view: DataView): PictureSize | null {
  if (view.getUint16(0) !== 0x424d) return null
  return { width: Math.abs(view.getInt32(18, true)), height: Math.abs(view.getInt32(22, true)) }
}

/** The largest of the `ispe` properties: that of the whole picture. */
function avifSize(view: DataView): PictureSize | null {
  if (view.getUint32(4) !== 0x66747970) return null
  let size: PictureSize | null = null
  for (let at = 8; at + 16 <= Math.min(view.byteLength, 65_536); at += 1) {
    if (view.getUint32(at) !== 0x69737065) continue
    const found = { width: view.getUint32(at + 8), height: view.getUint32(at + 12) }
    if (size === null || found.width * found.height > size.width * size.height) size = found
  }
  return size
}
