import { zlibSync } from 'fflate'
import { base64Bytes, utf8 } from '../bytes.ts'
import type { FontWeight } from '../font.ts'
import { fontFiles } from '../font-files.generated.ts'
import { fontMetrics } from '../font-metrics.generated.ts'
import type { PdfFile } from './pdf-file.ts'

const postScriptNames: Readonly<Record<FontWeight, string>> = {
  regular: 'GOCVNA+BeVietnamPro-Regular',
  semibold: 'GOCVNB+BeVietnamPro-SemiBold',
}

/**
 * The objects of an embedded font: composite, glyphs addressed by number, with a ToUnicode map so
 * that the text can be searched and copied (ISO 32000-1, 9.7 and 9.10.3).
 *
 * @param input.id number of the font's main object
 */
export function pdfFontObjects(input: {
  readonly file: PdfFile
  readonly id: number
  readonly weight: FontWeight
}): Uint8Array[] {
  const { file, id, weight } = input
  const { ascent, descent, bbox, unitsPerEm, widths } = fontMetrics[weight]
  const name = postScriptNames[weight]
  const { bytes, zlibBase64 } = fontFiles[weight]
  const [descendant, descriptor, program, toUnicode] = [
    file.newId(),
    file.newId(),
    file.newId(),
    file.newId(),
  ]
  const perMille = (units: number) => Math.round((units * 1000) / unitsPerEm)
  return [
    file.object(
      id,
      `<</Type/Font/Subtype/Type0/BaseFont/${name}/Encoding/Identity-H/DescendantFonts[${descendant} 0 R]/ToUnicode ${toUnicode} 0 R>>`,
    ),
    file.object(
      descendant,
      `<</Type/Font/Subtype/CIDFontType2/BaseFont/${name}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor ${descriptor} 0 R/CIDToGIDMap/Identity/W[0[${widths.map(perMille).join(' ')}]]>>`,
    ),
    // Flags 4: glyphs beyond the standard Latin set.
    file.object(
      descriptor,
      `<</Type/FontDescriptor/FontName/${name}/Flags 4/FontBBox[${bbox.map(perMille).join(' ')}]/ItalicAngle 0/Ascent ${perMille(ascent)}/Descent ${perMille(descent)}/CapHeight 700/StemV ${weight === 'regular' ? 80 : 120}/FontFile2 ${program} 0 R>>`,
    ),
    file.stream(program, `/Filter/FlateDecode/Length1 ${bytes}`, base64Bytes(zlibBase64)),
    file.stream(toUnicode, '/Filter/FlateDecode', zlibSync(utf8(toUnicodeMap(weight)))),
  ]
}

/** At most 100 entries a block (Adobe technical note 5411). */
const BLOCK = 100

function toUnicodeMap(weight: FontWeight): string {
  const hex = (code: number) => code.toString(16).padStart(4, '0')
  const entries = Object.entries(fontMetrics[weight].glyphs)
    .map(([character, glyph]) => [glyph, character.charCodeAt(0)] as const)
    .concat([[0, 0xfffd]])
    .sort(([a], [b]) => a - b)
    .map(([glyph, code]) => `<${hex(glyph)}><${hex(code)}>`)
  const blocks: string[] = []
  for (let i = 0; i < entries.length; i += BLOCK) {
    const block = entries.slice(i, i + BLOCK)
    blocks.push(`${block.length} beginbfchar\n${block.join('\n')}\nendbfchar`)
  }
  return `/CIDInit/ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def
/CMapName/Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000><ffff>
endcodespacerange
${blocks.join('\n')}
endcmap
CMapName currentdict/CMap defineresource pop
end
end`
}
