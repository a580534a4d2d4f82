import { describe, expect, it } from 'vitest'
import { bitmapOf } from '../../../worker/lib/files/bitmap-of.ts'
import { neverGiveWay } from '../../../worker/lib/steps/give-way.ts'

const limits = { mostWidth: 100, mostHeight: 50, giveWay: neverGiveWay }

/** Letters as pixels: `#` dark green, `o` light yellow, `.` white, ` ` nothing. */
function drawn(rows: readonly string[], times = 1) {
  const colours: Record<string, number[]> = {
    '#': [0, 90, 30, 255],
    o: [250, 230, 120, 255],
    '.': [255, 255, 255, 255],
    ' ': [0, 0, 0, 0],
  }
  const wide = rows.flatMap((row) =>
    Array(times).fill([...row].flatMap((dot) => Array(times).fill(dot))),
  ) as string[][]
  const width = wide[0]?.length ?? 0
  const data = Uint8Array.from(wide.flat().flatMap((dot) => colours[dot] ?? []))
  return { data, width, height: wide.length }
}

const textOf = (made: Awaited<ReturnType<typeof bitmapOf>>) =>
  made === null
    ? null
    : Array.from({ length: made.height }, (_, row) =>
        Array.from({ length: made.width }, (__, column) => {
          const byte = made.bits[row * Math.ceil(made.width / 8) + (column >> 3)] ?? 0
          return (byte >> (7 - (column & 7))) & 1 ? '#' : '.'
        }).join(''),
      )

describe('a picture in one colour', () => {
  it('keeps its shape, without the empty edges, on white or on nothing', async () => {
    for (const empty of ['.', ' ']) {
      const rows = ['....', '.##.', '.#..', '....'].map((row) => row.replaceAll('.', empty))
      expect(textOf(await bitmapOf(drawn(rows), limits))).toEqual(['##', '#.'])
    }
  })

  it('tells light parts from dark ones, whatever both are', async () => {
    expect(textOf(await bitmapOf(drawn(['#o#', 'o#o']), limits))).toEqual(['#.#', '.#.'])
    expect(textOf(await bitmapOf(drawn(['o.o', '.o.']), limits))).toEqual(['#.#', '.#.'])
  })

  it('is never larger than it may be, nor made larger than it is', async () => {
    const large = await bitmapOf(drawn(['#.#.', '....', '#..#'], 60), limits)
    expect([large?.width, large?.height]).toEqual([67, 50])
    const long = await bitmapOf(drawn(['#.######']), limits)
    expect([long?.width, long?.height]).toEqual([8, 1])
  })

  it('is none where there is one tone alone', async () => {
    for (const rows of [['....'], ['    '], ['####', '####'], ['oo', 'oo']]) {
      expect(await bitmapOf(drawn(rows), limits)).toBeNull()
    }
  })
})
