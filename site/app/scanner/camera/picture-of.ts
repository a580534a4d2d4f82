/** As large as a code needs to be read; a larger picture only takes longer. */
const FRAME_PX = 960
const PHOTO_PX = 2_000

/** Takes pictures of a video, again and again with one canvas. */
export function frameTaker(): (video: HTMLVideoElement) => ImageData | null {
  const canvas = document.createElement('canvas')
  const context = canvas.getContext('2d', { willReadFrequently: true })
  return (video) => {
    const { videoWidth: width, videoHeight: height } = video
    return context === null ? null : draw(context, { source: video, width, height, most: FRAME_PX })
  }
}

/** The pixels of a chosen photo; null for a file that is no picture. */
export async function photoPixels(file: Blob): Promise<ImageData | null> {
  const bitmap = await createImageBitmap(file).catch(() => null)
  if (bitmap === null) return null
  try {
    const context = document.createElement('canvas').getContext('2d')
    const { width, height } = bitmap
    return context === null
      ? null
      : draw(context, { source: bitmap, width, height, most: PHOTO_PX })
  } finally {
    bitmap.close()
  }
}

function draw(
  context: CanvasRenderingContext2D,
  given: {
    readonly source: CanvasImageSource
    readonly width: number
    readonly height: number
    readonly most: number
  },
): ImageData | null {
  const { source, width, height, most } = given
  if (width === 0 || height === 0) return null
  const scale = Math.min(1, most / Math.max(width, height))
  const [wide, high] = [Math.round(width * scale), Math.round(height * scale)]
  const { canvas } = context
  if (canvas.width !== wide) canvas.width = wide
  if (canvas.height !== high) canvas.height = high
  context.drawImage(source, 0, 0, wide, high)
  return context.getImageData(0, 0, wide, high)
}
