import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { escapeMarkup } from '../../../worker/lib/text/escape-markup.ts'
import { createUtf8Writer } from '../../../worker/routes/scan/utf8-writer.ts'

describe('texts written into a page', () => {
  const writer = createUtf8Writer()
  const bytesOf = (texts: readonly string[]) => {
    writer.clear()
    for (const text of texts) writer.writeEscaped(text)
    return Uint8Array.from(writer.view(0, writer.length()))
  }

  it('are escaped and encoded exactly as the platform does it, whatever they hold', () => {
    const unit = fc.string({ unit: 'binary', maxLength: 60 })
    const markup = fc.string({
      unit: fc.constantFrom('&', '<', '>', '"', "'", 'ă', '\ud800', '𠮷'),
    })
    fc.assert(
      fc.property(fc.array(fc.oneof(unit, markup), { maxLength: 5 }), (texts) => {
        const expected = texts.map((text) => new TextEncoder().encode(escapeMarkup(text)))
        expect(Buffer.from(bytesOf(texts)).toString('hex')).toBe(
          Buffer.concat(expected).toString('hex'),
        )
      }),
      { numRuns: 500, seed: 4 },
    )
  })

  it('may be longer than the room there was', () => {
    const text = `${'"ệ'.repeat(20_000)}`
    expect(Buffer.from(bytesOf(['before ', text])).toString()).toBe(`before ${escapeMarkup(text)}`)
  })
})
