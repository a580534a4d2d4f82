import { describe, expect, it } from 'vitest'
import { faultForLog } from '../../../worker/http/fault-for-log.ts'

describe('a fault in the log', () => {
  it('has its class, the class of its cause and the place, but no message', () => {
    const error = new TypeError('SELECT secret', { cause: new RangeError('a value') })
    const logged = faultForLog(error)
    expect(logged).toMatchObject({ name: 'TypeError', cause: 'RangeError' })
    expect(logged.at).toMatch(/^at .*fault-for-log\.test\.ts/)
    expect(JSON.stringify(logged)).not.toMatch(/secret|a value/)
  })

  it('is of what was thrown, where that is no error', () => {
    expect(faultForLog('broken')).toEqual({ name: 'string', cause: null, at: null })
  })
})
