import { unzlibSync } from 'fflate'
import { base64Bytes } from './bytes.ts'
import { fontFiles } from './font-files.generated.ts'

/** Where the font goes in the printer: its working memory, cleared when switched off. */
export const ZPL_FONT_NAME = 'R:GOCVN'

/**
 * The command that gives the printer a face with every Vietnamese letter (ZPL II programming guide,
 * `~DY`, format A hexadecimal, extension T TrueType): built-in fonts differ in which ones they have.
 */
export function zplFontDownload(): string {
  const { zlibBase64, bytes } = fontFiles.regular
  const hex = Array.from(unzlibSync(base64Bytes(zlibBase64)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('')
  return `~DY${ZPL_FONT_NAME},A,T,${bytes},,${hex.toUpperCase()}\n`
}
