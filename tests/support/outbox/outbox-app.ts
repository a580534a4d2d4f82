import { randomBytes } from 'node:crypto'
import type { Database } from '../../../db/client.ts'
import type { OutboxItem, OutboxResult } from '../../../worker/domain/outbox/outbox-item.ts'
import type { Deps } from '../../../worker/http/app-env.ts'
import { uuidV7 } from '../../../worker/lib/ids/uuid-v7.ts'
import type { Person } from '../../../worker/verbs/context.ts'
import { NOW } from '../factories.ts'
import { type PortalApp, portalApp } from '../portal-app.ts'

export const OUTBOX = '/api/v1/outbox'
export const photoPath = (sha256: string) => `${OUTBOX}/photos/${sha256}`

export type OutboxApp = {
  readonly app: PortalApp
  readonly post: (body: unknown, headers?: Record<string, string>) => Promise<Response>
  readonly send: (...items: readonly unknown[]) => Promise<readonly OutboxResult[]>
  /** Only what became of each. */
  readonly statuses: (...items: readonly unknown[]) => Promise<readonly string[]>
  readonly put: (sha256: string, bytes: Uint8Array) => Promise<Response>
  readonly head: (sha256: string) => Promise<Response>
}

const OWN_PAGE = { 'sec-fetch-site': 'same-origin' }

/** The application as somebody's telephone meets it; nobody is signed in for null. */
export function outboxApp(
  db: Database,
  person: Person | null,
  given: Partial<Deps> = {},
): OutboxApp {
  const app = portalApp(db, person, given)
  const post: OutboxApp['post'] = async (body, headers = OWN_PAGE) =>
    (
      await app.ask(OUTBOX, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      })
    ).response
  const send: OutboxApp['send'] = async (...items) => {
    const response = await post({ items })
    if (response.status !== 200) throw new Error(`${response.status} ${await response.text()}`)
    const { results }: { results: readonly OutboxResult[] } = await response.json()
    return results
  }
  return {
    app,
    post,
    send,
    statuses: async (...items) =>
      (await send(...items)).map(({ status, problem }) =>
        problem === undefined ? status : `${status} ${problem.code}`,
      ),
    put: async (sha256, bytes) =>
      (
        await app.ask(photoPath(sha256), {
          method: 'PUT',
          headers: { ...OWN_PAGE, 'content-type': 'image/jpeg' },
          body: new Uint8Array(bytes),
        })
      ).response,
    head: async (sha256) => (await app.ask(photoPath(sha256), { method: 'HEAD' })).response,
  }
}

export const newItemId = (): string => uuidV7({ now: NOW, random: randomBytes(10) })

/** A round of checks with one label; `note` tells one from another. */
export function checksItem(
  note: string,
  given: Partial<Omit<OutboxItem, 'body'>> & { readonly photos?: readonly string[] } = {},
): OutboxItem {
  const { photos = [], ...over } = given
  return {
    id: newItemId(),
    v: 1,
    kind: 'label_checks',
    happenedOn: '2026-06-15',
    madeAt: NOW - 60_000,
    clock: { offsetMs: 1_500, measuredAt: NOW - 3_600_000 },
    body: {
      checks: [
        {
          ...{
            scanned: `HTTPS://TEM.EXAMPLE.VN/${note}`,
            authenticity: 'unknown',
            mode: 'offline',
          },
          ...{ listIssuedAt: NOW - 86_400_000, checkedAt: NOW - 120_000, photos, note },
        },
      ],
    },
    ...over,
  }
}
