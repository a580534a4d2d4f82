import { describe, expect, it } from 'vitest'
import { renderCsv } from '../../../worker/lib/print/index.ts'
import { chunked, collect, labelsOf, subjectOf } from './support.ts'

describe('labels as CSV', () => {
  const subject = subjectOf()

  it('writes exactly these bytes', async () => {
    const labels = [
      { serial: 0, url: 'HTTPS://GOC.EXAMPLE/SIG/B/7K3M9QX1/0' },
      { serial: 42, url: 'HTTPS://GOC.EXAMPLE/SIG/B/7K3M9QX1/42' },
    ]
    const csv = await collect(renderCsv({ subject, labels: chunked(labels) }))
    expect(csv.toString('utf8')).toBe(
      'serial,url,ref,profile,kid\n' +
        '0,HTTPS://GOC.EXAMPLE/SIG/B/7K3M9QX1/0,7K3M9QX1,compact,A1B\n' +
        '42,HTTPS://GOC.EXAMPLE/SIG/B/7K3M9QX1/42,7K3M9QX1,compact,A1B\n',
    )
  })

  it('writes the header alone for no labels', async () => {
    const csv = await collect(renderCsv({ subject, labels: chunked([]) }))
    expect(csv.toString('utf8')).toBe('serial,url,ref,profile,kid\n')
  })

  it('loses nothing between its chunks, which stay small', async () => {
    const labels = labelsOf(3000)
    const lines: string[] = []
    let rest = ''
    for await (const chunk of renderCsv({ subject, labels: chunked(labels, 3000) })) {
      expect(chunk.length).toBeLessThan(70_000)
      const parts = (rest + Buffer.from(chunk).toString('utf8')).split('\n')
      rest = parts.pop() ?? ''
      lines.push(...parts)
    }
    expect(rest).toBe('')
    expect(lines.slice(1).map((line) => line.split(',')[1])).toEqual(labels.map(({ url }) => url))
  })
})
