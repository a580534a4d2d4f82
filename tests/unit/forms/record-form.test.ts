import { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import { line } from '../../../worker/resources/fields.ts'
import type { Portal } from '../../../worker/routes/portal/portal-route.ts'
import { recordForm } from '../../../worker/routes/portal/record-form.ts'
import { invalidInput } from '../../../worker/verbs/guard/parse-input.ts'

const name = { vi: 'Tên', en: 'Name', zh: '名称' }
const odd = { vi: 'Tên này lạ.', en: 'An odd name.', zh: '名称不对。' }

const routes = recordForm({
  path: '/portal/things/:id/rename',
  may: 'portal.use',
  load: async ({ param }) => ({ id: param('id') }),
  asks: { fields: { name: line({ label: name, max: 20 }) } },
  once: async ({ texts }) => {
    if (texts['name'] === '?') throw invalidInput([{ path: 'name', text: odd }])
    return texts
  },
  back: ({ id }) => `/portal/things/${id}`,
  done: 'renamed',
  page: (_, { loaded }) => ({ title: loaded.id, save: 'Lưu' }),
})

/** Pages are answered as their models. */
async function ask(path: string, fields?: Readonly<Record<string, string>>) {
  const form = new FormData()
  for (const [key, value] of Object.entries(fields ?? {})) form.set(key, value)
  const app = new Hono()
  for (const route of routes) {
    app.on(route.method, route.path, (c) => {
      const portal = {
        ...{ c, form, lang: 'vi', signedIn: null, ctx: { newId: () => 'a-key-of-its-own' } },
        deps: {
          pages: { render: async (model: unknown) => ({ html: JSON.stringify(model) }) },
        },
        param: (key: string) => c.req.param(key) ?? '',
      }
      // As much of a request as a form looks at.
      return route.handle(portal as unknown as Portal)
    })
  }
  const method = fields === undefined ? 'GET' : 'POST'
  const response = await app.request(`http://localhost${path}`, { method })
  return { status: response.status, location: response.headers.get('location'), response }
}

describe('a form that asks and no more', () => {
  it('is sent to the address it stands at, with a key of its own', async () => {
    const { response } = await ask('/portal/things/th%E1%BB%ADa/rename?lang=en')
    expect(await response.json()).toMatchObject({
      kind: 'portal/record',
      id: null,
      title: 'thửa',
      action: '/portal/things/th%E1%BB%ADa/rename',
      backHref: '/portal/things/thửa',
      inputs: [{ name: 'name', label: 'Tên', required: true, maxlength: 20 }],
      form: { values: { once: 'a-key-of-its-own' }, problem: null },
    })
  })

  it('leads back with the word that says it was done', async () => {
    const { status, location } = await ask('/portal/things/a/rename', { name: 'B' })
    expect([status, location]).toEqual([303, '/portal/things/a?done=renamed'])
  })

  it('keeps what was typed where it is refused, and says why at the field', async () => {
    const { status, response } = await ask('/portal/things/a/rename', { name: '?' })
    expect(status).toBe(400)
    expect(await response.json()).toMatchObject({
      action: '/portal/things/a/rename',
      form: { values: { name: '?' }, errors: { name: odd.vi } },
    })
  })
})
