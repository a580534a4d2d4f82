import { describe, expect, it } from 'vitest'
import type { OkRollPlan, RollDpi } from '../../../worker/lib/print/index.ts'
import { planRoll, qrMatrix, renderZpl } from '../../../worker/lib/print/index.ts'
import { chunked, collect, decode, labelsOf, modulesOf, ringLogo, subjectOf } from './support.ts'

type Graphic = { x: number; y: number; width: number; height: number; dots: Uint8Array }

/** Reads a graphic field as a printer does: hexadecimal rows, ":" repeats the row before. */
function readGraphic(format: string): Graphic {
  const match = /\^FO(\d+),(\d+)\^GFA,(\d+),(\d+),(\d+),([0-9A-F:]+)\^FS/.exec(format)
  if (match === null) throw new Error('no graphic')
  const [x, y, sent, total, stride] = match.slice(1, 6).map(Number) as [
    number,
    number,
    number,
    number,
    number,
  ]
  const rows: string[] = []
  const data = match[6] ?? ''
  for (let at = 0; at < data.length; ) {
    if (data[at] === ':') {
      rows.push(rows.at(-1) ?? '')
      at++
    } else {
      rows.push(data.slice(at, at + 2 * stride))
      at += 2 * stride
    }
  }
  expect(sent).toBe(total)
  expect(rows).toHaveLength(total / stride)
  const width = stride * 8
  const dots = Uint8Array.from(
    rows.flatMap((row) =>
      [...row].flatMap((digit) => [...Number.parseInt(digit, 16).toString(2).padStart(4, '0')]),
    ),
    Number,
  )
  return { x, y, width, height: rows.length, dots }
}

function rollPlan(
  dpi: RollDpi,
  size = { widthMm: 50, heightMm: 30 },
  subject = subjectOf(),
): OkRollPlan {
  const plan = planRoll({ ...size, dpi, subject, modules: modulesOf(labelsOf(1)) })
  if (!plan.ok) throw new Error('refused')
  return plan
}

async function formats(plan: OkRollPlan, labels = labelsOf(3), subject = subjectOf()) {
  const zpl = await collect(renderZpl({ plan, subject, labels: chunked(labels, 2) }))
  const text = zpl.toString('utf8')
  const parts = text.split('^XA').slice(1)
  return { head: text.slice(0, text.indexOf('^XA')), parts }
}

describe('labels as ZPL', () => {
  it.each([203, 300] as const)(
    'carry the very symbol, whole dots a module, readable: %i dpi',
    async (dpi) => {
      const labels = labelsOf(3)
      const plan = rollPlan(dpi)
      const { parts } = await formats(plan, labels)
      expect(parts).toHaveLength(labels.length)
      for (const [index, label] of labels.entries()) {
        const part = parts[index] ?? ''
        expect(part).toMatch(/^\^CI28\^PW\d+\^LL\d+[\s\S]*\^XZ\n$/)
        const graphic = readGraphic(part)
        const { size, modules } = qrMatrix(label.url, plan.sticker.modules)
        const middle = (module: number) => Math.floor((module + 0.5) * plan.dotsPerModule)
        const seen = modules.map((_, i) => {
          const row = middle(Math.floor(i / size))
          return graphic.dots[row * graphic.width + middle(i % size)] ?? 0
        })
        expect(seen).toEqual(modules)
        const width = Number(/\^PW(\d+)/.exec(part)?.[1])
        const height = Number(/\^LL(\d+)/.exec(part)?.[1])
        const grey = new Uint8Array(width * height).fill(255)
        graphic.dots.forEach((dot, i) => {
          const row = graphic.y + Math.floor(i / graphic.width)
          if (dot === 1) grey[row * width + graphic.x + (i % graphic.width)] = 0
        })
        expect(await decode({ width, height, grey })).toEqual([label.url])
        const quiet = 4 * plan.dotsPerModule
        expect(graphic.x).toBeGreaterThanOrEqual(quiet)
        expect(graphic.y).toBeGreaterThanOrEqual(quiet)
        expect(graphic.y + graphic.height + quiet).toBeLessThanOrEqual(height)
        for (const [, x, y] of part.matchAll(/\^FT(\d+),(\d+)/g)) {
          const right = graphic.x + size * plan.dotsPerModule + quiet - 1
          const below = graphic.y + graphic.height + quiet - 1
          expect(Number(x) >= right || Number(y) >= below).toBe(true)
        }
      }
    },
  )

  it('keep the minimum module of each profile in whole dots', () => {
    for (const [dpi, profile, least] of [
      [203, 'compact', 3],
      [203, 'gs1', 4],
      [300, 'compact', 4],
      [300, 'gs1', 5],
    ] as const) {
      const size = { widthMm: 60, heightMm: 40 }
      const { dotsPerModule, dotMm, sticker } = rollPlan(dpi, size, subjectOf({ profile }))
      expect(dotsPerModule).toBeGreaterThanOrEqual(least)
      expect(sticker.moduleMm).toBeCloseTo(dotsPerModule * dotMm, 9)
    }
  })

  it('refuse a roll too small for the code', () => {
    const input = {
      widthMm: 35,
      heightMm: 15,
      dpi: 203,
      subject: subjectOf(),
      modules: 41,
    } as const
    expect(planRoll(input)).toMatchObject({
      ok: false,
      reason: 'module_too_small',
      minimumMm: 0.375,
      fits: ['65', '21', '24', '8'],
    })
  })

  it('keep command characters out of text', async () => {
    const subject = subjectOf({ productName: 'Xoài ^XZ ~JA a_b' })
    const { parts } = await formats(rollPlan(203, undefined, subject), undefined, subject)
    expect(parts[0]?.match(/\^XZ/g)).toHaveLength(1)
    expect(parts[0]).not.toContain('~')
    expect(parts.join('')).toContain('_5eXZ')
  })

  it('send the font before the first label, or use the printer’s own', async () => {
    const plan = rollPlan(203)
    const { head } = await formats(plan)
    const [, bytes, data] = /^~DYR:GOCVN,A,T,(\d+),,([0-9A-F]+)\n$/.exec(head) ?? []
    expect(data).toHaveLength(2 * Number(bytes))
    expect(data?.startsWith('00010000')).toBe(true)
    const own = await collect(
      renderZpl({
        plan,
        subject: subjectOf(),
        labels: chunked(labelsOf(1)),
        font: { kind: 'printer', name: 'E:TT0003M_.FNT' },
      }),
    )
    expect(own.toString('utf8', 0, 3)).toBe('^XA')
    expect(own.toString('utf8')).toContain(',E:TT0003M_.FNT^FH_^FDXoài cát Hòa')
  })

  it('are the same bytes each time', async () => {
    const plan = rollPlan(300)
    expect(await formats(plan)).toEqual(await formats(plan))
  })

  it('sends a logo once, before the first label, and names it on each', async () => {
    const logo = ringLogo({ width: 96, height: 64 })
    const subject = subjectOf({ logo })
    const plan = rollPlan(203, { widthMm: 100, heightMm: 70 }, subject)
    const { picture } = plan.sticker
    if (picture === null) throw new Error('no room for the logo')
    const { head, parts } = await formats(plan, labelsOf(3), subject)
    const [, total, stride, data] = /~DGR:GOCLOGO.GRF,(\d+),(\d+),([0-9A-F]+)\n/.exec(head) ?? []
    expect(data).toHaveLength(2 * Number(total))
    const wide = Math.round(picture.widthMm / plan.dotMm)
    const high = Math.round(picture.heightMm / plan.dotMm)
    expect([Number(stride), Number(total)]).toEqual([
      Math.ceil(wide / 8),
      Math.ceil(wide / 8) * high,
    ])
    const at = `^FO${Math.round(picture.xMm / plan.dotMm)},${Math.round(picture.yMm / plan.dotMm)}`
    for (const part of parts) expect(part.split(`${at}^XGR:GOCLOGO.GRF,1,1^FS`)).toHaveLength(2)
    // The bar across its middle is dark from edge to edge.
    const middle = data
      ?.slice(Math.floor(high / 2) * 2 * Number(stride))
      .slice(0, 2 * Number(stride))
    expect(middle?.startsWith('FFFF')).toBe(true)
  })
})
