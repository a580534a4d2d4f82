import decoderOfJpeg from '@jsquash/jpeg/codec/dec/mozjpeg_dec.js'
import encoderOfJpeg from '@jsquash/jpeg/codec/enc/mozjpeg_enc.js'
import { defaultOptions } from '@jsquash/jpeg/meta.js'
import { decode as decodePng, init as initPng } from '@jsquash/png/decode.js'
import decoderOfWebp from '@jsquash/webp/codec/dec/webp_dec.js'
import type { PhotoType } from '../../lib/files/photo-types.ts'
import { type Pixels, shrinkPixels } from '../../lib/files/shrink-pixels.ts'
import type { PictureMaker, SmallPicture } from './picture-maker.ts'

/** The codecs as the runtime compiled them. */
export type CodecModules = {
  readonly jpegDecoder: WebAssembly.Module
  readonly jpegEncoder: WebAssembly.Module
  readonly pngDecoder: WebAssembly.Module
  readonly webpDecoder: WebAssembly.Module
}

const QUALITY = 74

/**
 * Pictures made by the codecs of Squoosh (libjpeg-turbo with MozJPEG, libwebp, image-png). Decoding is
 * one step of at most a quarter of a second for 6 megapixels; between it, the rows made smaller and the
 * encoding of each, others have their turn.
 */
export function wasmPictures(load: () => Promise<CodecModules>): Omit<PictureMaker, 'codes'> {
  return {
    shrink: async ({ bytes, type, widths, giveWay }) => {
      const modules = await load()
      nameImageData()
      let pixels = await decoded(bytes, { type, modules })
      if (pixels === null) return []
      const encoder = await fresh<JpegEncoder>(encoderOfJpeg, modules.jpegEncoder)
      const made: SmallPicture[] = []
      // The widest first: the next is made of it, not of the whole again.
      for (const width of widths.toSorted((a, b) => b - a)) {
        await giveWay()
        pixels = await shrinkPixels(pixels, { width, giveWay })
        await giveWay()
        const { data, height } = pixels
        const options = { ...defaultOptions, quality: QUALITY }
        // The answer lies in the encoder's own memory, which the next picture uses again.
        const jpeg = encoder.encode(new Uint8Array(data), width, height, options).slice()
        made.push({ bytes: jpeg, width, height })
      }
      return made
    },
    decode: async ({ bytes, type }) => {
      const modules = await load()
      nameImageData()
      return decoded(bytes, { type, modules })
    },
  }
}

/** Null for what the decoder cannot read: a broken file, colours it does not know. */
async function decoded(
  bytes: Uint8Array,
  { type, modules }: { readonly type: PhotoType; readonly modules: CodecModules },
): Promise<Pixels | null> {
  const given = new Uint8Array(bytes)
  try {
    switch (type) {
      case 'image/jpeg':
        // `true`: turned the way Exif says.
        return (await fresh<JpegDecoder>(decoderOfJpeg, modules.jpegDecoder)).decode(given, true)
      case 'image/webp':
        return (await fresh<WebpDecoder>(decoderOfWebp, modules.webpDecoder)).decode(given)
      case 'image/png':
        await initPng(modules.pngDecoder)
        return await decodePng(given.buffer)
    }
  } catch {
    return null
  }
}

/** What is used of the codecs; their own types describe all of Emscripten. */
type JpegDecoder = { decode: (bytes: Uint8Array, turns: boolean) => Pixels | null }
type WebpDecoder = { decode: (bytes: Uint8Array) => Pixels | null }
type JpegEncoder = {
  encode: (data: Uint8Array, width: number, height: number, options: object) => Uint8Array
}

type Factory<M> = (options: {
  noInitialRun: boolean
  printErr: () => void
  instantiateWasm: (
    imports: WebAssembly.Imports,
    done: (instance: WebAssembly.Instance) => void,
  ) => WebAssembly.Exports
}) => Promise<M>

/** An instance of its own: the memory it grew goes with it. */
function fresh<M>(factory: unknown, module: WebAssembly.Module): Promise<M> {
  return (factory as Factory<M>)({
    noInitialRun: true,
    // What a codec says of a broken file is nobody's to read.
    printErr: () => undefined,
    instantiateWasm: (imports, done) => {
      const instance = new WebAssembly.Instance(module, imports)
      done(instance)
      return instance.exports
    },
  })
}

/** The codecs answer with one, which Workers do not have. */
function nameImageData(): void {
  const names = globalThis as { ImageData?: unknown }
  names.ImageData ??= class {
    readonly data: Uint8ClampedArray
    readonly width: number
    readonly height: number
    constructor(data: Uint8ClampedArray, width: number, height: number) {
      this.data = data
      this.width = width
      this.height = height
    }
  }
}
