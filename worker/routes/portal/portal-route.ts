import type { Context } from 'hono'
import type { Permission } from '../../domain/access/permissions.ts'
import type { SignedIn } from '../../http/accounts/accounts.ts'
import type { AppEnv, Deps } from '../../http/app-env.ts'
import type { Language, LocalText } from '../../lib/text/local-text.ts'
import type { Person, VerbContext } from '../../verbs/context.ts'

/**
 * One route of the portal. `may` names the permission whoever calls must hold for something at all;
 * the verb checks it again for the very thing asked for. `anyone` is for signing in.
 */
export type PortalRoute =
  | {
      readonly method: 'GET' | 'POST'
      readonly path: `/portal${string}`
      readonly may: Permission
      /** Most bytes of a form sent here; small by default. */
      readonly maxBytes?: number
      /** What to say of a larger one, where there is better advice than to split it. */
      readonly tooLarge?: LocalText
      readonly handle: (portal: Portal) => Promise<Response>
    }
  | {
      readonly method: 'GET' | 'POST'
      readonly path: `/portal${string}`
      readonly may: 'anyone'
      readonly handle: (visit: Visit) => Promise<Response>
    }

/** A request to the portal by anybody. */
export type Visit = {
  readonly c: Context<AppEnv>
  readonly deps: Deps
  readonly lang: Language
  readonly signedIn: SignedIn | null
}

/** A request to the portal by somebody signed in who may use the route. */
export type Portal = Visit & {
  readonly signedIn: SignedIn
  readonly person: Person
  /** For verbs: the person as actor, the portal as source. */
  readonly ctx: VerbContext
  /** What was sent; empty for GET. */
  readonly form: FormData
  /** What the address says in the place of `:name`; empty where the route has no such place. */
  readonly param: (name: string) => string
}
