import type { SeenCode } from '../judge/in-frame.ts'

/** What of the browser's own reader is used. */
type Detector = {
  detect(source: CanvasImageSource): Promise<readonly { readonly rawValue: string }[]>
}
type DetectorClass = {
  new (options: { readonly formats: readonly string[] }): Detector
  getSupportedFormats(): Promise<readonly string[]>
}

const FORMATS = ['qr_code', 'ean_13', 'ean_8', 'data_matrix'] as const

/** The browser's own reader of codes, where it has one that reads QR codes; null elsewhere. */
export async function nativeReader(): Promise<
  ((source: CanvasImageSource) => Promise<readonly SeenCode[]>) | null
> {
  // Not in the library of this project's types.
  const { BarcodeDetector } = globalThis as unknown as { BarcodeDetector?: DetectorClass }
  if (BarcodeDetector === undefined) return null
  try {
    const supported = await BarcodeDetector.getSupportedFormats()
    const formats = FORMATS.filter((format) => supported.includes(format))
    if (!formats.includes('qr_code')) return null
    const detector = new BarcodeDetector({ formats })
    return async (source) => {
      const found = await detector.detect(source)
      return found.map(({ rawValue }) => ({ text: rawValue === '' ? null : rawValue }))
    }
  } catch {
    return null
  }
}
