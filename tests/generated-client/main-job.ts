import type { paths } from 'goc-api'
import createClient from 'openapi-fetch'

export type Job = {
  readonly fetch: (request: Request) => Promise<Response>
  readonly wait: () => void
  readonly token: string
  readonly growingArea: string
  readonly packingHouse: string
  readonly gtin: string
}

/** From a product to its recall, by the generated types alone: no cast, no text put together by hand. */
export async function mainJob({ fetch, wait, token, ...goods }: Job) {
  const { growingArea, packingHouse, gtin } = goods
  const client = createClient<paths>({
    baseUrl: 'https://tem.example.vn',
    fetch,
    headers: { authorization: `Bearer ${token}`, accept: 'application/json' },
  })
  const { id } = given(await client.POST('/api/v1/products', { body: { name: 'Xoài cát', gtin } }))
  const { ref } = given(
    await client.POST('/api/v1/batches', {
      body: {
        productId: id,
        lot: 'L-1',
        packedOn: '2026-06-14',
        quantity: { value: 500, unit: 'kg' },
        markets: ['CHN', 'VNM'],
        growingAreas: [growingArea],
        packingHouse,
      },
    }),
  )
  const path = { ref }
  given(
    await client.PATCH('/api/v1/batches/{REF}', {
      params: { path: { REF: ref } },
      body: { expiresOn: '2026-07-14' },
    }),
  )
  const { run } = given(
    await client.POST('/api/v1/batches/{ref}/labels', {
      params: { path, header: { 'idempotency-key': 'first' } },
      body: { count: 2, profile: 'full' },
    }),
  )
  const profile: 'compact' | 'full' | 'gs1' = run.profile
  const file = given(
    await client.GET('/api/v1/runs/{id}/labels', {
      params: { path: { id: run.id }, query: { format: 'csv', from: 1, to: 2 } },
      parseAs: 'text',
    }),
  )
  const url = file.split('\n')[1]?.split(',')[1] ?? ''
  const [, , , SIG = '', , , SERIAL = '', AREAS = '', HOUSE = ''] = url.split('/')
  const opened = given(
    await client.GET('/{SIG}/B/{REF}/{SERIAL}/{AREAS}/{HOUSE}', {
      params: { path: { SIG, REF: ref, SERIAL, AREAS, HOUSE } },
    }),
  )
  const kept = given(
    await client.GET('/{SIG}/{SUBJECT}', {
      params: { path: { SIG, SUBJECT: url.split('/').slice(4).join('/') } },
      // One line for who wants the path as printed: slashes are not written as %2F.
      pathSerializer: (template, values) =>
        template.replace(/\{(\w+)\}/g, (_, name) => String(values[name])),
    }),
  )
  const before = given(await client.POST('/api/v1/verify', { body: { code: url } }))
  const listed = given(
    await client.GET('/api/v1/batches', { params: { query: { lot: 'L-1', limit: 10 } } }),
  )
  const shown = given(await client.GET('/api/v1/batches/{ref}/runs', { params: { path } }))
  given(
    await client.POST('/api/v1/runs/{id}/exceptions', {
      params: { path: { id: run.id } },
      body: { kind: 'void', from: 2, to: 2, reason: 'Rách' },
    }),
  )
  const recall = given(
    await client.POST('/api/v1/batches/{ref}/recall', {
      params: { path },
      body: { reason: 'Thu hồi để kiểm tra', documentNo: '12/QĐ' },
    }),
  )
  wait()
  const after = given(
    await client.POST('/api/v1/verify/bulk', { body: { codes: [url], view: 'summary' } }),
  )
  const refused = await client.POST('/api/v1/batches/{ref}/labels', {
    params: { path },
    body: { count: 1 },
  })
  return {
    profile,
    opened,
    kept,
    before,
    after: after.items[0],
    lots: listed.items.map(({ lot }) => lot),
    runs: shown.items.map((each) => each.id === run.id),
    recalls: recall.ids.length,
    refused: refused.error?.code,
  }
}

/** The data of an answer, or what it was refused with. */
function given<T>(answer: { data?: T; error?: unknown; response: Response }): T {
  if (answer.data === undefined) {
    throw new Error(`${answer.response.status}: ${JSON.stringify(answer.error)}`)
  }
  return answer.data
}
