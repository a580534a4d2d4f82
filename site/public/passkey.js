/**
 * Passkeys on the sign-in and account pages: a form marked `data-passkey` appears where the browser
 * can do it. Everything else on those pages works without this file.
 */
const forms = document.querySelectorAll('form[data-passkey]')

if (typeof globalThis.PublicKeyCredential === 'function') {
  for (const form of forms) {
    form.hidden = false
    form.addEventListener('submit', (event) => {
      event.preventDefault()
      run(form)
    })
  }
  for (const text of document.querySelectorAll('[data-passkey-unable]')) text.hidden = true
}

async function run(form) {
  const status = form.querySelector('[data-passkey-status]')
  const button = form.querySelector('button')
  status.textContent = ''
  button.disabled = true
  try {
    if (form.dataset.passkey === 'add') await add(form)
    else await signIn()
    location.assign(form.dataset.next)
  } catch {
    status.textContent = form.dataset.failed
  } finally {
    button.disabled = false
  }
}

async function add(form) {
  const options = await ask('generate-register-options')
  const credential = await navigator.credentials.create({
    publicKey: {
      ...options,
      challenge: bytesOf(options.challenge),
      user: { ...options.user, id: bytesOf(options.user.id) },
      excludeCredentials: withBytes(options.excludeCredentials),
    },
  })
  const { response } = credential
  await ask('verify-registration', {
    name: form.elements.passkeyName.value.trim() || undefined,
    response: {
      ...common(credential),
      response: {
        clientDataJSON: textOf(response.clientDataJSON),
        attestationObject: textOf(response.attestationObject),
        transports: response.getTransports?.() ?? [],
      },
    },
  })
}

async function signIn() {
  const options = await ask('generate-authenticate-options')
  const credential = await navigator.credentials.get({
    publicKey: {
      ...options,
      challenge: bytesOf(options.challenge),
      allowCredentials: withBytes(options.allowCredentials),
    },
  })
  const { response } = credential
  await ask('verify-authentication', {
    response: {
      ...common(credential),
      response: {
        clientDataJSON: textOf(response.clientDataJSON),
        authenticatorData: textOf(response.authenticatorData),
        signature: textOf(response.signature),
        userHandle: response.userHandle === null ? undefined : textOf(response.userHandle),
      },
    },
  })
}

/** One step of the ceremony: a question without a body, an answer with one. */
async function ask(step, body) {
  const sent =
    body === undefined
      ? {}
      : {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body),
        }
  const answer = await fetch(`/api/auth/passkey/${step}`, { credentials: 'same-origin', ...sent })
  if (!answer.ok) throw new Error(`passkey: ${answer.status}`)
  return answer.json()
}

function common(credential) {
  return {
    id: credential.id,
    rawId: textOf(credential.rawId),
    type: credential.type,
    clientExtensionResults: credential.getClientExtensionResults(),
    authenticatorAttachment: credential.authenticatorAttachment ?? undefined,
  }
}

function withBytes(credentials = []) {
  return credentials.map((credential) => ({ ...credential, id: bytesOf(credential.id) }))
}

function bytesOf(base64url) {
  const binary = atob(base64url.replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(binary, (letter) => letter.charCodeAt(0))
}

function textOf(buffer) {
  const binary = Array.from(new Uint8Array(buffer), (byte) => String.fromCharCode(byte)).join('')
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=/g, '')
}
