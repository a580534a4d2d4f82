import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import type { FoundCode } from '../../lib/files/found-code.ts'
import type { Pixels } from '../../lib/files/shrink-pixels.ts'

const MOST_CODES = 40

/** Reads QR codes in pictures with ZXing (C++ as wasm), whose module the runtime has compiled. */
export function zxingCodes(module: WebAssembly.Module): (pixels: Pixels) => Promise<FoundCode[]> {
  return async ({ data, width, height }) => {
    prepareZXingModule({ overrides: { instantiateWasm: instantiate(module) } })
    const image = { data: new Uint8ClampedArray(data), width, height, colorSpace: 'srgb' }
    const found = await readBarcodes(image as ImageData, {
      formats: ['QRCode'],
      maxNumberOfSymbols: MOST_CODES,
      tryHarder: true,
      returnErrors: true,
    })
    return found.map(({ isValid, text, extra, position }) => {
      const { topLeft, topRight, bottomRight, bottomLeft } = position
      return {
        text: isValid ? text : null,
        ...factsOf(extra),
        corners: [topLeft, topRight, bottomRight, bottomLeft],
      }
    })
  }
}

type Instantiate = (
  imports: WebAssembly.Imports,
  done: (instance: WebAssembly.Instance) => void,
) => WebAssembly.Exports

function instantiate(module: WebAssembly.Module): Instantiate {
  return (imports, done) => {
    const instance = new WebAssembly.Instance(module, imports)
    done(instance)
    return instance.exports
  }
}

/** What the reader says beside, as JSON of names it may change. */
function factsOf(extra: string): Pick<FoundCode, 'unused' | 'modules'> {
  const facts = parsed(extra)
  const version = Number(facts['Version'])
  const unused = Number(facts['UEC'])
  return {
    unused: Number.isFinite(unused) && 'UEC' in facts ? unused : null,
    modules: Number.isInteger(version) && version > 0 ? 17 + 4 * version : null,
  }
}

function parsed(json: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(json)
    return typeof value === 'object' && value !== null ? { ...value } : {}
  } catch {
    return {}
  }
}
