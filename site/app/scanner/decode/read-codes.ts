import { readBarcodes } from 'zxing-wasm/reader'
import type { SeenCode } from '../judge/in-frame.ts'

const MOST_CODES = 4

/** The codes in a picture; one that is there and cannot be read is given without its text. */
export async function readCodes(
  picture: ImageData,
  { thorough }: { readonly thorough: boolean },
): Promise<SeenCode[]> {
  const found = await readBarcodes(picture, {
    formats: ['QRCode', 'EAN13', 'EAN8'],
    maxNumberOfSymbols: MOST_CODES,
    // Light on dark is printed, too.
    tryInvert: true,
    tryHarder: thorough,
    tryRotate: true,
    tryDownscale: thorough,
    returnErrors: true,
  })
  // Stripes of anything look like a bar code that cannot be read.
  return found
    .filter(({ isValid, format }) => isValid || format === 'QRCode')
    .map(({ isValid, text }) => ({ text: isValid ? text : null }))
}
