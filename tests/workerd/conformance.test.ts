import { describe, expect, it } from 'vitest'
import { labelConformance } from '../support/conformance/label-suite.ts'

describe('runtime', () => {
  it('is workerd, not Node', () => {
    expect(navigator.userAgent).toBe('Cloudflare-Workers')
  })
})

labelConformance()
