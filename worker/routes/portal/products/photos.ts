import type { FormView } from '../../../../site/models/portal-common.ts'
import { PHOTOS_COPY as W } from '../../../copy/portal/photos.ts'
import { PHOTO_REFUSALS } from '../../../copy/refusals/photos.ts'
import { THINGS } from '../../../copy/refusals/things.ts'
import {
  imageFor,
  MOST_PHOTOS,
  type ProductImage,
} from '../../../domain/products/product-images.ts'
import { startJob } from '../../../jobs/start-job.ts'
import { PRODUCT } from '../../../resources/product.ts'
import { notFound } from '../../../verbs/guard/refusals.ts'
import { MAX_PHOTO_BYTES } from '../../../verbs/papers/accept-photo.ts'
import { loadProduct } from '../../../verbs/products/load-product.ts'
import { addPhoto } from '../../../verbs/products/photos/add-photo.ts'
import {
  describePhoto,
  movePhoto,
  removePhoto,
} from '../../../verbs/products/photos/edit-photos.ts'
import { answerForm } from '../answer-form.ts'
import { doneOf } from '../done-of.ts'
import { freshForm } from '../form-view.ts'
import type { Portal, PortalRoute } from '../portal-route.ts'
import { seeOther, showPortalPage } from '../show-portal-page.ts'
import { fileOf, textOf } from '../sites/form-text.ts'

const PATH = '/portal/products/:id/photos'
const may = PRODUCT.may.write
/** The parts of a form around its file. */
const FORM_BYTES = 64 * 1024

/** The photos of a product. None of it needs a script; with one, a photo is made smaller before it is sent. */
export const photoRoutes: readonly PortalRoute[] = [
  { method: 'GET', path: PATH, may, handle: (portal) => show(portal, {}) },
  {
    ...{ method: 'POST', path: PATH, may, handle: postPhoto },
    ...{ maxBytes: MAX_PHOTO_BYTES + FORM_BYTES, tooLarge: PHOTO_REFUSALS.tooLarge },
  },
  { method: 'POST', path: `${PATH}/alt`, may, handle: postAlt },
  { method: 'POST', path: `${PATH}/move`, may, handle: postMove },
  { method: 'GET', path: `${PATH}/remove`, may, handle: askToRemove },
  { method: 'POST', path: `${PATH}/remove`, may, handle: postRemove },
]

function postPhoto(portal: Portal): Promise<Response> {
  const { ctx, deps, form } = portal
  return answerForm(portal, {
    act: async () => {
      const file = await fileOf(form, 'file')
      const bytes = file?.bytes ?? new Uint8Array()
      const input = { productId: portal.param('id'), alt: textOf(form, 'alt'), bytes }
      const { isNew, jobId } = await addPhoto({ ctx, files: deps.files, input })
      if (isNew) await startJob(deps, jobId)
      return leadBack(portal, isNew ? 'added' : 'there')
    },
    refused: (form, status) => show(portal, { form, status }),
  })
}

function postAlt(portal: Portal): Promise<Response> {
  const { ctx, form } = portal
  const url = textOf(form, 'photo')
  return answerForm(portal, {
    act: async () => {
      const typed = { alt: textOf(form, 'alt'), was: textOf(form, 'was') }
      await describePhoto(ctx, { productId: portal.param('id'), url, ...typed })
      return leadBack(portal, 'described')
    },
    refused: (form, status) => show(portal, { of: url, form, status }),
  })
}

async function postMove(portal: Portal): Promise<Response> {
  const { ctx, form } = portal
  const at = Number.parseInt(textOf(form, 'at'), 10)
  const url = textOf(form, 'photo')
  await movePhoto(ctx, { productId: portal.param('id'), url, at: Number.isNaN(at) ? 0 : at })
  return leadBack(portal, 'moved')
}

async function askToRemove(portal: Portal): Promise<Response> {
  const { ctx, c } = portal
  const { images } = await loadProduct(ctx, portal.param('id'), may)
  const image = images.find(({ url }) => url === c.req.query('photo'))
  if (image === undefined) throw notFound(THINGS.photo)
  return showPortalPage(portal, {
    kind: 'portal/products/photo-out',
    path: pathOf(portal),
    url: image.url,
    image: imageFor(image, 'list'),
  })
}

async function postRemove(portal: Portal): Promise<Response> {
  const { ctx, form } = portal
  await removePhoto(ctx, { productId: portal.param('id'), url: textOf(form, 'photo') })
  return leadBack(portal, 'removed')
}

type Shown = {
  readonly form?: FormView
  /** The photo whose form it is; that of a new one unless given. */
  readonly of?: string
  readonly status?: number
}

async function show(portal: Portal, { form, of, status = 200 }: Shown): Promise<Response> {
  const { ctx } = portal
  const { id, name, images } = await loadProduct(ctx, portal.param('id'), may)
  const path = pathOf(portal)
  const { added, there, described, moved, removed } = W
  const part = {
    kind: 'portal/products/photos' as const,
    ...{ name, path, back: { href: `/portal/products/${encodeURIComponent(id)}`, text: name } },
    done: status === 200 ? doneOf(portal, { added, there, described, moved, removed }) : null,
    canAdd: images.length < MOST_PHOTOS,
    photos: images.map((image) => ({
      ...{ url: image.url, image: imageFor(image, 'list') },
      form: of === image.url && form !== undefined ? afresh(form, image) : ownForm(image),
      removeHref: `${path}/remove?photo=${encodeURIComponent(image.url)}`,
    })),
    form: of === undefined && form !== undefined ? form : freshForm(),
  }
  return showPortalPage(portal, part, status)
}

function ownForm({ alt }: ProductImage): FormView {
  return freshForm({ alt, was: alt })
}

/** Whoever sends it again after reading what stands there now, means it. */
function afresh(form: FormView, { alt }: ProductImage): FormView {
  return { ...form, values: { ...form.values, was: alt } }
}

function leadBack(portal: Portal, done: string): Response {
  return seeOther(portal, `${pathOf(portal)}?done=${done}`)
}

function pathOf(portal: Portal): string {
  return PATH.replace(':id', encodeURIComponent(portal.param('id')))
}
