import type { VerbContext } from '../context.ts'
import { requireAny } from '../guard/authorise.ts'
import { storeBackground } from './store-background.ts'

/** Takes the background away: outlines stand alone from now on. */
export async function removeBackground({ ctx }: { readonly ctx: VerbContext }): Promise<void> {
  requireAny(ctx, 'organisations.write')
  await storeBackground(ctx, null)
}
