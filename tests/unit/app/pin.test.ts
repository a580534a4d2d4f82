import { expect, it } from 'vitest'
import { isPin, isPinOf, makePin } from '../../../site/app/device/pin.ts'

it('a PIN opens by itself alone', async () => {
  const record = await makePin('2580')
  expect(await isPinOf('2580', record)).toBe(true)
  expect(await isPinOf('2581', record)).toBe(false)
  expect(await isPinOf('02580', record)).toBe(false)
})

it('the same PIN is kept differently each time', async () => {
  const [one, other] = [await makePin('2580'), await makePin('2580')]
  expect(one.derived).not.toEqual(other.derived)
})

it.each(['', '123', '1234567', '12a4', '１２３４'])('%j is no PIN', (text) => {
  expect(isPin(text)).toBe(false)
})
