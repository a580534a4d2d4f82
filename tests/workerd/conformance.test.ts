import { describe, expect, it } from 'vitest'
import { labelConformance } from '../support/conformance/label-suite.ts'
import { standingConformance } from '../support/conformance/standing-suite.ts'

describe('runtime', () => {
  it('is workerd, not Node', () => {
    expect(navigator.userAgent).toBe('Cloudflare-Workers')
  })
})

labelConformance()
standingConformance()
