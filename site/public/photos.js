/**
 * A photo is made smaller on this device before it is sent: a telephone's twelve megapixels become a
 * JPEG of at most 1,600, and what it wrote about place and time stays here. Where anything of it fails
 * the photo goes as it is, and the server says what it cannot take.
 */
const MOST = 1600
const QUALITY = 0.85
/** Smaller files are sent as they are, unless they are of a kind that must be turned into another. */
const SMALL_BYTES = 400_000
const TAKEN = /^image\/(?:jpeg|png|webp)$/

const form = document.querySelector('form[data-photo]')

if (
  form !== null &&
  typeof createImageBitmap === 'function' &&
  typeof DataTransfer === 'function'
) {
  const input = form.querySelector('input[type=file]')
  const button = form.querySelector('button')
  const status = form.querySelector('[data-photo-status]')
  let chosen = Promise.resolve()
  // Kinds this device can open become JPEG here.
  input.accept = 'image/*'
  input.addEventListener('change', () => {
    const [file] = input.files
    status.textContent = ''
    if (file === undefined) return
    status.textContent = form.dataset.shrinking
    chosen = smaller(file).then(
      (small) => {
        // Another one may have been chosen meanwhile.
        if (input.files[0] !== file) return
        status.textContent = ''
        if (small === null) return
        const files = new DataTransfer()
        files.items.add(small)
        input.files = files.files
        status.textContent = form.dataset.shrunk.replace('{size}', sizeText(small.size))
      },
      () => {
        if (input.files[0] === file) status.textContent = ''
      },
    )
  })
  let isSending = false
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    if (isSending) return
    isSending = true
    button.disabled = true
    chosen.then(() => {
      status.textContent = form.dataset.sending
      form.submit()
    })
  })
  // A page that comes back from the browser's memory can send again.
  addEventListener('pageshow', () => {
    isSending = false
    button.disabled = false
  })
}

/** The photo upright, at most so large; null where it need not be touched. */
async function smaller(file) {
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' })
  const scale = Math.min(1, MOST / Math.max(picture.width, picture.height))
  if (scale === 1 && file.size <= SMALL_BYTES && TAKEN.test(file.type)) return null
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(picture.width * scale))
  canvas.height = Math.max(1, Math.round(picture.height * scale))
  const drawing = canvas.getContext('2d')
  drawing.fillStyle = '#fff'
  drawing.fillRect(0, 0, canvas.width, canvas.height)
  drawing.imageSmoothingQuality = 'high'
  drawing.drawImage(picture, 0, 0, canvas.width, canvas.height)
  picture.close()
  const blob = await new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', QUALITY))
  if (blob === null || (blob.size >= file.size && scale === 1 && TAKEN.test(file.type))) return null
  return new File([blob], 'anh.jpg', { type: 'image/jpeg' })
}

function sizeText(bytes) {
  return `${Math.max(1, Math.round(bytes / 1000))} KB`
}
