import { z } from '@hono/zod-openapi'
import {
  PUBLISHED_FACTS,
  type PublishedFactName,
  type PublishedFacts,
  SITE_FACTS,
  type SiteFact,
} from '../../../domain/sites/site-facts.ts'

type FactSchemas = {
  readonly [K in PublishedFactName]: z.ZodNullable<
    PublishedFacts[K] extends string | null ? z.ZodString : z.ZodNumber
  >
}

/** Plain facts of a site as the API has them; null where nobody has said. */
export function factSchemas(): FactSchemas {
  const schemas = PUBLISHED_FACTS.map((name) => [name, schemaOf(SITE_FACTS[name])])
  // What a fact holds is said once, here as in `SiteFacts`.
  return Object.fromEntries(schemas) as FactSchemas
}

function schemaOf({ holds }: SiteFact) {
  return holds === 'line' || holds === 'phone' ? z.string().nullable() : z.number().nullable()
}
