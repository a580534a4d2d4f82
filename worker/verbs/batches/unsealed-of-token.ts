import type { Database } from '../../../db/client.ts'
import { authenticate } from '../tokens/authenticate.ts'
import { showDeclaration } from './show-declaration.ts'

/**
 * A batch that is not public yet, for a token of the organisation that declared it: the address that
 * it was told when it declared the batch answers from then on. Null for whoever sent no token.
 */
export async function unsealedOfToken(
  db: Database,
  asked: {
    readonly authorization: string | undefined
    readonly ref: string
    readonly now: number
  },
): Promise<Awaited<ReturnType<typeof showDeclaration>> | null> {
  const { authorization, ref, now } = asked
  if (authorization === undefined) return null
  const { actor } = await authenticate(db, { authorization, now })
  return showDeclaration({ db, actor }, ref)
}
