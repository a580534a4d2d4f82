import { createPrivateKey, createPublicKey, type KeyObject, sign } from 'node:crypto'
import { zlibSync } from 'fflate'
import { encodeBase32 } from '../../worker/domain/label/base32.ts'
import { base64Url } from '../../worker/domain/label/base64url.ts'
import { signingInput } from '../../worker/domain/label/jws.ts'
import { type ListedBatch, listClaims } from '../../worker/domain/status-list/list-claims.ts'

/** RFC 8032 7.1, tests 1, 2 and 3: keys that everybody has. */
const SEEDS = {
  label: '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60',
  list: '4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb',
  stranger: 'c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7',
} as const

const KID = 'A1B'
const LIST_KID = 'VECT0RSTATVS'
const HOST = 'goc.example'
const ISSUED = Date.parse('2026-06-15T02:00:00Z')
const DAY_MS = 86_400_000
const INSIDE = ISSUED + DAY_MS

/** Batches of the vectors, by what is to be said of them. */
const REFS = {
  clear: '7K3M9QX1',
  stop: 'AAAAAAAJ',
  recalled: 'BBBBBBB7',
  notice: 'CCCCCCCW',
  dated: 'DDDDDDDH',
  unlisted: 'EEEEEEE6',
}

type Expected = readonly [authenticity: string, standing: string | null, reason: string | null]

const CLEAR: Expected = ['genuine', 'clear_or_notice', null]
const STOP: Expected = ['genuine', 'stop', 'stop']
const RECALLED: Expected = ['genuine', 'recalled', 'recalled']
const TO_KNOW: Expected = ['genuine', 'clear_or_notice', 'something_to_know']
const MALFORMED: Expected = ['malformed', null, 'malformed']
const unknown = (reason: string): Expected => ['unknown', 'unknown', reason]

/** Cases with their answers, made anew byte for byte: Ed25519 and zlib draw no lots. */
export async function makeVerifyVectors() {
  const refs = REFS
  const list = listOf(refs, { at: ISSUED, by: 'list' })
  const lists = {
    current: list,
    // Before the recall, made an hour earlier: it must not take the place of the current one.
    older: listOf({ ...refs, recalled: refs.unlisted }, { at: ISSUED - 3_600_000, by: 'list' }),
    truncated: list.slice(0, -20),
    wrongly_signed: listOf(refs, { at: ISSUED, by: 'stranger' }),
  }
  const label = (subject: string) => `HTTPS://GOC.EXAMPLE/${labelOf(subject)}`
  const clear = label(`B/${refs.clear}/7`)
  const cases = [
    vector('clear', clear, CLEAR),
    vector('a tracker behind it', `${clear}?fbclid=x#y`, CLEAR),
    vector('what a chat left behind', `${clear}%E2%80%8B).`, CLEAR),
    vector('both codes', label(`B/${refs.clear}/8/VN-AGOR-0012/VN-AGPH-003`), CLEAR),
    vector('GS1', label(`01/08930000000019/10/${refs.clear}/21/5`), CLEAR),
    vector('the whole batch', label(`B/${refs.clear}/0`), CLEAR),
    vector('void unit', label(`B/${refs.clear}/3`), STOP),
    vector('lost unit', label(`B/${refs.clear}/5`), TO_KNOW),
    vector('recalled unit', label(`B/${refs.clear}/9`), RECALLED),
    vector('the void serial in another profile', label(`B/${refs.clear}/3/VN-AGOR-0012/-`), CLEAR),
    vector('stopped batch', label(`B/${refs.stop}/1`), STOP),
    vector('recalled batch', label(`B/${refs.recalled}/1`), RECALLED),
    vector('something to know', label(`B/${refs.notice}/1`), TO_KNOW),
    vector('before its last day is over', label(`B/${refs.dated}/1`), CLEAR),
    vector(
      'past the day on which the answer changes',
      label(`B/${refs.dated}/1`),
      unknown('status_outdated'),
      { now: Date.parse('2026-06-17T17:00:00Z') },
    ),
    vector('a batch that is not listed', label(`B/${refs.unlisted}/1`), unknown('batch_unknown')),
    vector(
      'a serial that was never issued',
      label(`B/${refs.clear}/101`),
      unknown('serial_not_issued'),
    ),
    vector('a certificate of a code', label('C/VN-AGOR-0012'), unknown('batch_unknown')),
    vector('one serial changed', clear.replace(/7$/, '8'), ['forged', null, 'signature_invalid']),
    vector(
      'signed by another',
      label(`B/${refs.clear}/7`).replace('A1B', 'Z9Z'),
      unknown('key_unknown'),
    ),
    vector('another host', clear.replace('GOC.EXAMPLE', 'G0C.EXAMPLE'), unknown('foreign_host')),
    vector('lower case', clear.toLowerCase(), MALFORMED),
    vector('no label', 'https://goc.example/', MALFORMED),
    vector('no list', clear, unknown('list_missing'), { lists: [] }),
    vector('past the list’s life', clear, unknown('list_expired'), {
      now: ISSUED + 7 * DAY_MS,
    }),
    vector('a clock far behind the list', clear, unknown('clock_behind_list'), {
      now: ISSUED - DAY_MS,
    }),
    vector('a truncated list', clear, unknown('list_missing'), {
      lists: ['truncated'],
    }),
    vector('a list signed by another', clear, unknown('list_missing'), {
      lists: ['wrongly_signed'],
    }),
    vector('a list rolled back', label(`B/${refs.recalled}/1`), RECALLED, {
      lists: ['current', 'older'],
    }),
  ]
  return {
    about:
      'Labels and what a verifier says of them without a network. `lists` of a case are taken in in that order.',
    jwks: { keys: [jwkOf('label', KID)], revoked: [] },
    statusJwks: { keys: [jwkOf('list', LIST_KID)] },
    hosts: [HOST],
    lists,
    cases,
  }
}

function vector(
  name: string,
  text: string,
  [authenticity, standing, reason]: Expected,
  given: { readonly lists?: readonly string[]; readonly now?: number } = {},
) {
  const { lists = ['current'], now = INSIDE } = given
  const answer = { authenticity, standing, reason }
  return { name, text, lists, now: new Date(now).toISOString(), answer }
}

function listOf(
  refs: Record<keyof typeof REFS, string>,
  made: { readonly at: number; readonly by: keyof typeof SEEDS },
): string {
  const issued = [
    [0, 0, 'c'],
    [1, 100, 'cfg'],
  ] as const
  const plain = { value: 0, notice: false, excepted: [], issued } as const
  const batches: ListedBatch[] = [
    {
      ref: refs.clear,
      nextChangeOn: '2026-12-31',
      status: {
        ...plain,
        excepted: [
          [3, 4, 1, 'c'],
          [5, 5, 0, 'c'],
          [9, 9, 3, 'cg'],
        ],
      },
    },
    { ref: refs.stop, nextChangeOn: null, status: { ...plain, value: 1 } },
    { ref: refs.recalled, nextChangeOn: null, status: { ...plain, value: 3 } },
    { ref: refs.notice, nextChangeOn: null, status: { ...plain, notice: true } },
    { ref: refs.dated, nextChangeOn: '2026-06-18', status: plain },
  ]
  const uri = `https://${HOST}/.well-known/label-status/${KID}`
  const pack = (bytes: Uint8Array) => base64Url(zlibSync(bytes, { level: 9 }))
  const claims = listClaims({ kid: KID, uri, issuedAt: made.at / 1_000, batches, pack })
  const header = { alg: 'Ed25519', kid: LIST_KID, typ: 'statuslist+jwt' }
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const input = `${part(header)}.${part(claims)}`
  return `${input}.${sign(null, Buffer.from(input), keyOf(made.by)).toString('base64url')}`
}

function labelOf(subject: string): string {
  const signature = sign(null, Buffer.from(signingInput(KID, subject)), keyOf('label'))
  return `${KID}${encodeBase32(signature)}/${subject}`
}

function keyOf(name: keyof typeof SEEDS): KeyObject {
  // PKCS 8 (RFC 8410 7) is this head and the seed.
  const der = Buffer.from(`302e020100300506032b657004220420${SEEDS[name]}`, 'hex')
  return createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })
}

function jwkOf(name: keyof typeof SEEDS, kid: string) {
  const { x = '' } = createPublicKey(keyOf(name)).export({ format: 'jwk' })
  return { kty: 'OKP', crv: 'Ed25519', x, kid, use: 'sig', alg: 'Ed25519' } as const
}
