/** What is drawn on the canvas, on white and without the empty margins, as PNG. */
export async function croppedPng(canvas: HTMLCanvasElement): Promise<Uint8Array> {
  const context = canvas.getContext('2d')
  const box = context === null ? null : inkBox(context.getImageData(0, 0, canvas.width, canvas.height))
  const { left, top, width, height } = box ?? { left: 0, top: 0, width: canvas.width, height: canvas.height }
  const cropped = new OffscreenCanvas(width + margin * 2, height + margin * 2)
  const drawing = cropped.getContext('2d')
  if (drawing !== null) {
    drawing.fillStyle = '#ffffff'
    drawing.fillRect(0, 0, cropped.width, cropped.height)
    drawing.drawImage(canvas, left, top, width, height, margin, margin, width, height)
  }
  const blob = await cropped.convertToBlob({ type: 'image/png' })
  return new Uint8Array(await blob.arrayBuffer())
}

const margin = 12

/** The smallest rectangle with all pixels that are not fully transparent; null for a blank sheet. */
function inkBox({ data, width, height }: ImageData): { left: number; top: number; width: number; height: number } | null {
  let [left, top, right, bottom] = [width, height, -1, -1]
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if (data[(y * width + x) * 4 + 3] === 0) continue
      left = Math.min(left, x)
      right = Math.max(right, x)
      top = Math.min(top, y)
      bottom = Math.max(bottom, y)
    }
  }
  return right === -1 ? null : { left, top, width: right - left + 1, height: bottom - top + 1 }
}
