/**
 * Runs in a process of its own, so that its memory is its own: signs and writes labels as `goc
 * labels issue` does, and takes the raw floors beside it. Prints one JSON line.
 */
import { create } from 'qrcode/lib/core/qrcode.js'
import { createLabelSigner } from '../../worker/domain/label/label-signer.ts'
import type { PrintSubject } from '../../worker/lib/print/index.ts'
import { planSheet, QR_MASK, qrSide, renderCsv, renderPdf } from '../../worker/lib/print/index.ts'
import { labelStream } from '../../worker/verbs/labels/label-stream.ts'

const [what = 'csv', countText = '1000000', layout = '65'] = process.argv.slice(2)
const count = Number(countText)
const IN_FLIGHT = 64
const FLOOR_SIGNATURES = 200_000

const pair = (await crypto.subtle.generateKey('Ed25519', false, ['sign'])) as CryptoKeyPair
const ref = '7K3M9QX1'
const subject: PrintSubject = {
  productName: 'Xoài cát Hòa Lộc',
  producerName: 'Hợp tác xã Nông nghiệp Minh Họa Chợ Mới',
  logo: null,
  lot: '261102',
  netContent: '500 g',
  address: 'Ấp Minh Họa',
  phone: '0900 000 000',
  origin: 'Chợ Mới, An Giang',
  ocopStars: 4,
  mark: null,
  abroad: [],
  ref,
  profile: 'compact',
  gtin: null,
  growingAreas: ['VN-AGOR-0912'],
  packingHouse: 'VN-AGPH-0903',
  packedOn: '2026-11-02',
  expiresOn: '2026-12-02',
  kid: 'A1B',
  demo: true,
  hasPin: false,
  sample: false,
}
const stream = () =>
  labelStream({
    labelOrigin: 'HTTPS://TXNG.EXAMPLE.VN',
    kid: 'A1B',
    privateKey: pair.privateKey,
    subjectOf: (serial) => ({ profile: 'compact', ref, serial }),
    ranges: [{ from: 1, to: count }],
    copies: 1,
  })

let peakRss = 0
const watch = setInterval(() => {
  peakRss = Math.max(peakRss, process.memoryUsage.rss())
}, 20)
const result = what === 'csv' ? await csv() : await pdf()
clearInterval(watch)
console.log(JSON.stringify({ ...result, peakMb: peakRss / 1e6 }))

async function csv() {
  const floor = await rawSignatures()
  const started = performance.now()
  let bytes = 0
  for await (const chunk of renderCsv({ subject, labels: stream() })) bytes += chunk.length
  const seconds = (performance.now() - started) / 1000
  return { value: count / seconds, floor, bytes }
}

/** `crypto.subtle.sign` alone over a message as long as a label's, 64 in flight. */
async function rawSignatures(): Promise<number> {
  const message = new Uint8Array(70)
  const started = performance.now()
  let next = 0
  const sign = async () => {
    while (next++ < FLOOR_SIGNATURES) await crypto.subtle.sign('Ed25519', pair.privateKey, message)
  }
  await Promise.all(Array.from({ length: IN_FLIGHT }, sign))
  return FLOOR_SIGNATURES / ((performance.now() - started) / 1000)
}

async function pdf() {
  const urls: string[] = []
  for await (const chunk of stream()) for (const label of chunk) urls.push(label.url)
  const modules = qrSide(Math.max(...urls.map((url) => url.length)))
  const plan = planSheet({ layout: layout as '65' | '24' | '8', subject, modules })
  if (!plan.ok) throw new Error(`the sheet was refused: ${plan.reason}`)
  await write(plan, 500)
  symbols(urls.slice(0, 500))
  const floor = symbols(urls)
  const started = performance.now()
  const bytes = await write(plan, count)
  const value = performance.now() - started
  const fixed = await write(plan, 1)
  return { value, floor, bytesPerLabel: (bytes - fixed) / (count - 1) }

  /** The whole job as a user waits for it: signing, symbols, text, compression. */
  async function write(okPlan: Extract<typeof plan, { ok: true }>, labels: number) {
    let length = 0
    const chunks = labels === count ? stream() : firstOf(labels)
    for await (const chunk of renderPdf({ plan: okPlan, subject, labels: chunks }))
      length += chunk.length
    return length
  }
}

async function* firstOf(labels: number) {
  const signer = createLabelSigner({
    labelOrigin: 'HTTPS://TXNG.EXAMPLE.VN',
    kid: 'A1B',
    privateKey: pair.privateKey,
    before: `B/${ref}/`,
    after: '',
    withoutSerial: false,
  })
  for (let serial = 1; serial <= labels; serial++) {
    yield [{ serial, url: signer.complete(serial, await signer.sign(serial)) }]
  }
}

/** `qrcode.create` alone, with the same fixed mask and explicit segment that our sheets use. */
function symbols(urls: readonly string[]): number {
  const started = performance.now()
  for (const data of urls) {
    create([{ data, mode: 'alphanumeric' }], { errorCorrectionLevel: 'M', maskPattern: QR_MASK })
  }
  return performance.now() - started
}
