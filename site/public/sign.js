/**
 * A field to sign in with a finger, a pen or a mouse. Without this script the field stays hidden and the
 * sheet is signed by hand. What is drawn goes along as strokes of points x, y, x, y … on 1,000 by 400.
 */
const WIDTH = 1000
const HEIGHT = 400
/** As the server takes them. */
const MOST = { strokes: 100, numbers: 4000 }
/** Points that are nearer than this draw nothing new. */
const NEAR = 6

for (const field of document.querySelectorAll('[data-sign]')) {
  const input = field.querySelector('input')
  const pad = field.querySelector('svg')
  const path = field.querySelector('path')
  const again = field.querySelector('button')
  let strokes = strokesOf(input.value)
  let isDrawing = false
  const show = () => {
    path.setAttribute('d', strokes.map(lineOf).join(''))
    input.value = strokes.length === 0 ? '' : JSON.stringify(strokes)
    again.hidden = strokes.length === 0
  }
  const pointOf = (event) => {
    const box = pad.getBoundingClientRect()
    const at = (value, most) => Math.round(Math.min(Math.max(value, 0), most))
    return [
      at(((event.clientX - box.left) / box.width) * WIDTH, WIDTH),
      at(((event.clientY - box.top) / box.height) * HEIGHT, HEIGHT),
    ]
  }
  const isFull = () => strokes.flat().length + 2 > MOST.numbers
  pad.addEventListener('pointerdown', (event) => {
    if (strokes.length >= MOST.strokes || isFull()) return
    event.preventDefault()
    isDrawing = true
    pad.setPointerCapture(event.pointerId)
    strokes.push(pointOf(event))
    show()
  })
  pad.addEventListener('pointermove', (event) => {
    if (!isDrawing || isFull()) return
    const last = strokes.at(-1)
    const [x, y] = pointOf(event)
    const [lastX, lastY] = last.slice(-2)
    if (Math.abs(x - lastX) < NEAR && Math.abs(y - lastY) < NEAR) return
    last.push(x, y)
    show()
  })
  const end = () => {
    isDrawing = false
  }
  pad.addEventListener('pointerup', end)
  pad.addEventListener('pointercancel', end)
  again.addEventListener('click', () => {
    strokes = []
    show()
  })
  show()
  field.hidden = false
}

function strokesOf(text) {
  try {
    const read = text === '' ? [] : JSON.parse(text)
    return Array.isArray(read) ? read : []
  } catch {
    return []
  }
}

function lineOf(stroke) {
  const points = []
  for (let at = 0; at + 1 < stroke.length; at += 2) points.push(`${stroke[at]} ${stroke[at + 1]}`)
  return points.length === 0 ? '' : `M${points.join('L')}`
}
