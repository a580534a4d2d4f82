import { expect, it } from 'vitest'
import type { PinRecord } from '../../../site/app/device/pin.ts'
import { type GuardedAccount, gateOf, type Session } from '../../../site/app/state/gate.ts'

const PIN: PinRecord = { salt: new Uint8Array(16), iterations: 1, derived: new Uint8Array(32) }
const plain = (id: string): GuardedAccount => ({ id, pin: null, lockedOut: null })
const guarded = (id: string): GuardedAccount => ({ id, pin: PIN, lockedOut: null })
const NOBODY: Session = { kind: 'none' }
const signedIn = (accountId: string): Session => ({ kind: 'account', accountId })

type Given = Partial<Parameters<typeof gateOf>[0]>
const gate = (given: Given) =>
  gateOf({ accounts: [], unlockedId: null, chosenId: null, session: NOBODY, ...given })

it('an empty phone asks for signing in', () => {
  expect(gate({})).toEqual({ screen: 'welcome' })
})

it('one’s own phone opens without a PIN, also when the session has ended', () => {
  expect(gate({ accounts: [plain('a')] })).toEqual({ screen: 'open', accountId: 'a' })
})

it('a PIN is asked for where there is one', () => {
  expect(gate({ accounts: [guarded('a')] })).toEqual({ screen: 'pin', accountId: 'a' })
})

it('a shared phone asks who it is', () => {
  expect(gate({ accounts: [guarded('a'), guarded('b')] })).toEqual({ screen: 'choose' })
})

it('a session of one opens nothing of another', () => {
  const accounts = [guarded('a'), plain('b')]
  const session = signedIn('a')
  expect(gate({ accounts, chosenId: 'b', session }).screen).toBe('sign_in_again')
  expect(gate({ accounts, chosenId: 'a', session }).screen).toBe('pin')
})

it('an account without a PIN is shut when a second one comes, even while it is open', () => {
  const accounts = [plain('a'), plain('b')]
  const session = signedIn('b')
  expect(gate({ accounts, unlockedId: 'a', session }).screen).toBe('sign_in_again')
  expect(gate({ accounts, unlockedId: 'b', session }).screen).toBe('new_pin')
})

it('after too many wrong PINs a session that is still open does not help', () => {
  const locked: GuardedAccount = { id: 'a', pin: PIN, lockedOut: 'locked' }
  const session = signedIn('a')
  expect(gate({ accounts: [locked], unlockedId: 'a', session }).screen).toBe('sign_in_again')
})

it('whoever signs in after that chooses a new PIN', () => {
  const out: GuardedAccount = { id: 'a', pin: PIN, lockedOut: 'signed_out' }
  expect(gate({ accounts: [out], session: signedIn('a') }).screen).toBe('new_pin')
  expect(gate({ accounts: [out], session: signedIn('b') }).screen).toBe('sign_in_again')
  expect(gate({ accounts: [out], session: { kind: 'offline' } }).screen).toBe('sign_in_again')
})
