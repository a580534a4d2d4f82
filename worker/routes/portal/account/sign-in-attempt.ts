import type { Visit } from '../portal-route.ts'

/** An attempt to sign in to an account: counted before the password is looked at, forgiven after. */
export type SignInAttempt = {
  /** Throws `too_many_requests`. */
  readonly take: () => Promise<void>
  /** The right password was given after all. */
  readonly forget: () => Promise<void>
}

/**
 * A device that somebody signed in to the account on before has attempts of its own, and whatever
 * strangers do leaves them alone. Unknown devices share those of the account; one network runs out
 * of its few long before the account does.
 */
export function signInAttempt({ c, deps }: Visit, email: string): SignInAttempt {
  const { limits, originOf } = deps.accounts
  const { deviceOf, network } = originOf(c.req.raw.headers)
  const device = deviceOf(email)
  if (device !== null) {
    const key = `${device}|${email}`
    return {
      take: () => limits.take('sign_in_device', key),
      forget: () => limits.forget('sign_in_device', key),
    }
  }
  const here = network === null ? null : `${email}|${network}`
  return {
    take: async () => {
      await limits.take('sign_in', here)
      await limits.take('sign_in_machine', network)
      await limits.take('sign_in_account', email)
    },
    forget: async () => {
      if (here !== null) await limits.forget('sign_in', here)
    },
  }
}
