import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import { findProgram } from '../../scripts/lib/find-program.ts'

/** True where a PDF can be made into pictures. */
export const canReadSheets = findProgram('pdftoppm') !== null

/** The texts of every QR on every page of a PDF at 300 dpi, by an independent reader, in no particular order. */
export async function readSheet(pdf: string): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'goc-pages-'))
  try {
    execFileSync('pdftoppm', ['-r', '300', '-png', pdf, join(folder, 'page')])
    await prepareReader()
    const texts: string[] = []
    for (const name of readdirSync(folder)) {
      const found = await readBarcodes(readFileSync(join(folder, name)), {
        formats: ['QRCode'],
        maxNumberOfSymbols: 255,
      })
      texts.push(...found.map((code) => code.text))
    }
    return texts
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function prepareReader(): Promise<void> {
  const wasm = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm')
  const bytes = readFileSync(wasm)
  const wasmBinary = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength)
  await prepareZXingModule({
    overrides: { wasmBinary: wasmBinary as ArrayBuffer },
    fireImmediately: true,
  })
}
