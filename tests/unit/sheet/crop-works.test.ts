import { describe, expect, it } from 'vitest'
import {
  CROP_WORKS,
  type CropWork,
  cropWorkOf,
} from '../../../worker/domain/lists/vocabulary/crop-works.ts'

describe('words of the trade', () => {
  const WORKS: readonly CropWork[] = [
    { crops: ['chè'], verbs: ['đốn'], kind: 'harvest', from: null, until: '2026-06-30' },
    { crops: ['chè'], verbs: ['đốn'], kind: 'other', from: '2026-07-01', until: null },
  ]
  const on = (day: string | null) => cropWorkOf('Đốn chè', { crop: null, on: day }, WORKS)

  it('reads each line by the words of its own day', () => {
    expect([on('2026-06-30'), on('2026-07-01'), on(null)]).toEqual(['harvest', 'other', 'harvest'])
  })

  it('says one thing of a word, a crop and a day', () => {
    const twice = CROP_WORKS.flatMap((one, i) =>
      CROP_WORKS.slice(i + 1)
        .filter((other) => other.kind !== one.kind)
        .flatMap((other) =>
          one.verbs.filter(
            (verb) =>
              other.verbs.includes(verb) && one.crops.some((crop) => other.crops.includes(crop)),
          ),
        ),
    )
    expect(twice).toEqual([])
  })

  it('knows its words with and without tones, and no others that look like them', () => {
    const read = (text: string) => cropWorkOf(text, { crop: 'Chè', on: '2026-03-05' })
    expect(['hái', 'HAI', 'hái đợt 2', 'hai 3'].map(read)).toEqual(Array(4).fill('harvest'))
    expect(['hại', 'hải sản', 'hái hoa', 'đi hái'].map(read)).toEqual(Array(4).fill(null))
  })
})
