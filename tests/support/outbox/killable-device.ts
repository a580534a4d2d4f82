import type { OutboxStorage } from '../../../site/app/outbox/storage.ts'
import type { Chance } from './chance.ts'

/** The page is gone: the tab was closed, the battery is dead, the system wanted its memory. */
export class Killed extends Error {
  constructor() {
    super('the page was killed')
    this.name = 'Killed'
  }
}

/**
 * A storage under which the page may be killed at any of its calls, before it is done or after. Once
 * killed, that page does nothing any more, whatever it still had in hand.
 */
export function killableStorage(
  storage: OutboxStorage,
  { chance, likelihood }: { readonly chance: Chance; readonly likelihood: () => number },
): OutboxStorage {
  let isDead = false
  const die = (): never => {
    isDead = true
    throw new Killed()
  }
  return new Proxy(storage, {
    get: (target, name) => {
      const call: unknown = Reflect.get(target, name)
      if (typeof call !== 'function') return call
      return async (...given: unknown[]) => {
        if (isDead || chance.happens(likelihood())) return die()
        const answer: unknown = await call.apply(target, given)
        if (chance.happens(likelihood())) return die()
        return answer
      }
    },
  })
}
