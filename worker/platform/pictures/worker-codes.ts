import module from 'zxing-wasm/reader/zxing_reader.wasm'
import { zxingCodes } from './zxing-codes.ts'

/** With the reader that is deployed beside the Worker; imported with the first picture to be read. */
export const readCodes = zxingCodes(module)
