/**
 * The encoder of `qrcode` without its renderers. The package's main entry pulls in `fs` and a PNG
 * writer in Node and a canvas in bundlers; this file is plain computation in both.
 */
declare module 'qrcode/lib/core/qrcode.js' {
  export { create } from 'qrcode'
}
