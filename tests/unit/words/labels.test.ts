import { describe, expect, it } from 'vitest'
import { LABELS, labels } from '../../../worker/copy/labels.ts'

describe('labels', () => {
  it('gives the ones that are asked for, and no other', () => {
    expect(labels('crop', 'market')).toEqual({ crop: LABELS.crop, market: LABELS.market })
  })

  it('has no word twice', () => {
    const said = Object.values(LABELS).map((label) => Object.values(label).join('|'))
    expect(said.filter((each, i) => said.indexOf(each) !== i)).toEqual([])
  })
})
