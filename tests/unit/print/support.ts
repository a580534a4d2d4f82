import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import type {
  LayoutId,
  OkPlan,
  PrintLabel,
  PrintLabels,
  PrintLogo,
  PrintProfile,
  PrintSubject,
} from '../../../worker/lib/print/index.ts'
import { planSheet, qrSide } from '../../../worker/lib/print/index.ts'

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** A subject in the shape of a real one; override what the test is about. */
export function subjectOf(overrides: Partial<PrintSubject> = {}): PrintSubject {
  return {
    productName: 'Xoài cát Hòa Lộc',
    producerName: 'Hợp tác xã Chợ Mới',
    logo: null,
    lot: null,
    netContent: null,
    address: null,
    phone: null,
    origin: null,
    ocopStars: null,
    mark: null,
    abroad: [],
    ref: '7K3M9QX1',
    profile: 'compact',
    gtin: null,
    growingAreas: ['VN-AGOR-0012'],
    packingHouse: 'VN-AGPH-003',
    packedOn: '2026-03-05',
    expiresOn: '2026-03-12',
    kid: 'A1B',
    hasPin: false,
    demo: true,
    sample: false,
    ...overrides,
  }
}

/** A logo: an oval ring with a bar across, its corners empty. */
export function ringLogo(size: { readonly width: number; readonly height: number }): PrintLogo {
  const { width, height } = size
  const perRow = Math.ceil(width / 8)
  const bits = new Uint8Array(perRow * height)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const [dx, dy] = [(2 * x) / width - 1, (2 * y) / height - 1]
      const far = Math.hypot(dx, dy)
      if ((far > 0.75 && far < 1) || Math.abs(dy) < 0.1) {
        const at = y * perRow + (x >> 3)
        bits[at] = (bits[at] ?? 0) | (0x80 >> (x & 7))
      }
    }
  }
  return { width, height, base64: Buffer.from(bits).toString('base64') }
}

const pathOf: Readonly<Record<PrintProfile, (serial: number) => string>> = {
  compact: (serial) => `B/7K3M9QX1/${serial}`,
  full: (serial) => `B/7K3M9QX1/${serial}/VN-AGOR-0012/VN-AGPH-003`,
  gs1: (serial) => `01/08931234567894/10/7K3M9QX1/21/${serial}`,
}

/** Makes labels with the serials 1, 2, … and signatures from a fixed sequence. */
export function labelMaker(profile: PrintProfile = 'compact'): () => PrintLabel {
  let state = 7
  let serial = 0
  const symbol = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return alphabet[state >>> 27] ?? '0'
  }
  return () => {
    const signature = Array.from({ length: 103 }, symbol).join('')
    serial++
    return { serial, url: `HTTPS://GOC.EXAMPLE.VN/A1B${signature}/${pathOf[profile](serial)}` }
  }
}

/** The first `count` labels of a maker. */
export function labelsOf(count: number, profile: PrintProfile = 'compact'): PrintLabel[] {
  return Array.from({ length: count }, labelMaker(profile))
}

/** The same labels in chunks of a size that is no divisor of a page. */
export async function* chunked(labels: readonly PrintLabel[], size = 37): PrintLabels {
  for (let at = 0; at < labels.length; at += size) yield labels.slice(at, at + size)
}

export function modulesOf(labels: readonly PrintLabel[]): number {
  return qrSide(Math.max(...labels.map((label) => label.url.length)))
}

/** A plan that must succeed. */
export function sheetPlan(
  layout: LayoutId,
  subject: PrintSubject,
  labels: readonly PrintLabel[],
): OkPlan {
  const plan = planSheet({ layout, subject, modules: modulesOf(labels) })
  if (!plan.ok) throw new Error(`refused: ${plan.reason}`)
  return plan
}

export async function collect(chunks: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = []
  for await (const chunk of chunks) parts.push(chunk)
  return Buffer.concat(parts)
}

/** A grey picture, one byte a pixel, 0 black. */
export type Picture = { readonly width: number; readonly height: number; readonly grey: Uint8Array }

/**
 * Whether poppler's tools are here. Without them the tests that look at pages are skipped on a
 * developer's machine, with a line that says what to install, and fail in CI.
 */
export function popplerPresent(): boolean {
  try {
    execFileSync('pdftoppm', ['-v'], { stdio: 'ignore' })
    return true
  } catch {
    console.error('pdftoppm is missing: install poppler-utils to test printed pages')
    return process.env.CI !== undefined
  }
}

/** Runs a poppler tool on a PDF in a folder of its own. */
export function withPdf<T>(pdf: Uint8Array, use: (file: string, folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'goc-print-'))
  try {
    const file = join(folder, 'sheet.pdf')
    writeFileSync(file, pdf)
    return use(file, folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** The pages of a PDF, at 300 dots per inch unless another printer is meant. */
export function rasterise(pdf: Uint8Array, dpi = 300): Picture[] {
  return withPdf(pdf, (file, folder) => {
    execFileSync('pdftoppm', ['-r', String(dpi), '-gray', file, join(folder, 'page')])
    const pages = readdirSync(folder).filter((name) => name.endsWith('.pgm'))
    return pages.sort().map((name) => readPgm(readFileSync(join(folder, name))))
  })
}

function readPgm(file: Buffer): Picture {
  const header = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(file.toString('latin1', 0, 64))
  if (header === null) throw new Error('not a grey picture')
  const grey = new Uint8Array(file.subarray(header[0].length))
  return { width: Number(header[1]), height: Number(header[2]), grey }
}

/** A part of a picture; bounds in pixels. */
export function crop(
  picture: Picture,
  box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
): Picture {
  const grey = new Uint8Array(box.width * box.height)
  for (let row = 0; row < box.height; row++) {
    const from = (box.y + row) * picture.width + box.x
    grey.set(picture.grey.subarray(from, from + box.width), row * box.width)
  }
  return { width: box.width, height: box.height, grey }
}

const wasm = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm')
const file = readFileSync(wasm)
prepareZXingModule({
  overrides: { wasmBinary: new Uint8Array(file).buffer },
})

/** Texts of the QR codes in a picture. */
export async function decode({ width, height, grey }: Picture): Promise<string[]> {
  const data = new Uint8ClampedArray(4 * width * height)
  grey.forEach((value, pixel) => {
    data.fill(value, 4 * pixel, 4 * pixel + 3)
    data[4 * pixel + 3] = 255
  })
  const image = { data, width, height, colorSpace: 'srgb' } as ImageData
  const found = await readBarcodes(image, { formats: ['QRCode'], maxNumberOfSymbols: 255 })
  return found.map((symbol) => symbol.text)
}
