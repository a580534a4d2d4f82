import jpegDecoder from '@jsquash/jpeg/codec/dec/mozjpeg_dec.wasm'
import jpegEncoder from '@jsquash/jpeg/codec/enc/mozjpeg_enc.wasm'
import pngDecoder from '@jsquash/png/codec/pkg/squoosh_png_bg.wasm'
import webpDecoder from '@jsquash/webp/codec/dec/webp_dec.wasm'
import { wasmPictures } from './wasm-pictures.ts'

/** With the codecs that are deployed beside the Worker; imported with the first photo there is work on. */
export const WORKER_PICTURES = wasmPictures(async () => ({
  ...{ jpegDecoder, jpegEncoder, pngDecoder, webpDecoder },
}))
