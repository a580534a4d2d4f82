import { afterEach, expect, it } from 'vitest'
import { readProduct } from '../../db/queries/products.ts'
import { pictureSizeOf } from '../../worker/lib/files/picture-size.ts'
import { makeAccount } from '../support/accounts-app.ts'
import { signInTo } from '../support/dist-portal.ts'
import { makeProduct, unique } from '../support/factories.ts'
import { makeJpeg, onItsSide } from '../support/pictures.ts'
import { RUNTIMES, startWorld, type World } from './world.ts'

let world: World
afterEach(() => world?.stop())

it.each(RUNTIMES)('a photo handed in gets its smaller ones in %s', async (runtime) => {
  world = await startWorld(runtime)
  const { ctx, origin } = world
  const { email, organisationId } = await makeAccount(ctx.db, 'producer')
  const { id } = await makeProduct(ctx, { organisationId })
  const browser = await signInTo(origin, email)
  const photo = onItsSide(await makeJpeg({ width: 1_600, height: 1_200 }), 6)
  const form = new FormData()
  form.append('alt', `Hộp ${unique()}`)
  form.append('file', new File([new Uint8Array(photo)], 'anh.jpg'))
  const path = `/portal/products/${id}/photos`
  expect(await browser.post(path, form)).toBe(`${path}?done=added`)
  const sizes = await expect
    .poll(async () => (await readProduct(ctx.db, id))?.images[0]?.sizes, { timeout: 20_000 })
    .toHaveLength(2)
    .then(async () => (await readProduct(ctx.db, id))?.images[0]?.sizes ?? [])
  expect(sizes.map(({ width, height }) => [width, height])).toEqual([
    [800, 1_067],
    [320, 427],
  ])
  for (const { url, width, height } of sizes) {
    const answer = await fetch(`${origin}${url}`)
    expect(answer.headers.get('content-type')).toBe('image/jpeg')
    const bytes = new Uint8Array(await answer.arrayBuffer())
    expect(pictureSizeOf(bytes, 'image/jpeg')).toEqual({ width, height })
  }
})
