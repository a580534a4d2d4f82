import { CHECK_EXAMPLE } from './check-example.ts'

/**
 * One way to check a label without this site: a short program that reads the label as it was scanned
 * and a key set from a file, and prints `true`, `false` or `unknown` with the signed text. `needs` is
 * all that it needs, none of it from a network.
 */
export type CheckProgram = {
  readonly name: string
  readonly needs: string
  readonly file: string
  readonly run: string
  readonly text: string
}

const NODE = String.raw`import { createPublicKey, verify } from 'node:crypto'
import { readFileSync } from 'node:fs'

const [text, keySet] = process.argv.slice(2)
const { keys } = JSON.parse(
  /^(?:https?|data):/.test(keySet)
    ? await (await fetch(keySet)).text()
    : readFileSync(keySet, 'utf8'),
)
const path = text.trim().replace(/^https?:\/\/[^/]*/i, '').split(/[?#&]/)[0]
const [, sig, subject] =
  path.match(/^\/?([0-9A-HJKMNP-TV-Z]{105}[08GR])\/(.+?)\/?$/) ?? []
const kid = sig?.slice(0, 3)
const jwk = keys.find((key) => key.kid === kid)
let n = 0n
for (const c of sig?.slice(3) ?? '') {
  n = n * 32n + BigInt('0123456789ABCDEFGHJKMNPQRSTVWXYZ'.indexOf(c))
}
const signature = Buffer.from((n >> 3n).toString(16).padStart(128, '0'), 'hex')
const b64 = (s) => Buffer.from(s).toString('base64url')
const header = JSON.stringify({ alg: 'Ed25519', kid })
const signed = () => Buffer.from(b64(header) + '.' + b64(subject))
const key = () => createPublicKey({ key: jwk, format: 'jwk' })
if (sig === undefined) console.log('malformed')
else if (jwk === undefined) console.log('unknown', subject)
else console.log(verify(null, signed(), key(), signature), subject)
`

const OPENSSL = String.raw`export LC_ALL=C
path=${'$'}{1#*://*/} keys=$2
path=${'$'}{path%%[?#&]*} path=${'$'}{path#/}
path=${'$'}{path%/}
sig=${'$'}{path%%/*} subject=${'$'}{path#*/} kid=$(printf %.3s "$path")
case $path in */?*) ;; *) echo malformed; exit;; esac
case $sig in *[!0-9A-HJKMNP-TV-Z]*) echo malformed; exit;; esac
case ${'$'}{#sig}$sig in 106*[08GR]) ;; *) echo malformed; exit;; esac
b64() { openssl base64 -A | tr '+/' '-_' | tr -d '='; }
x=$(tr -d ' \n' < "$keys" | tr '{' '\n' | grep "\"kid\":\"$kid\"" |
  sed -n 's/.*"x":"\([^"]*\)".*/\1/p')
[ -n "$x" ] || { echo "unknown $subject"; exit; }
dir=$(mktemp -d)
printf %s "$(printf '{"alg":"Ed25519","kid":"%s"}' "$kid" | b64).$(
  printf %s "$subject" | b64)" > "$dir/signed"
printf "$(printf '%s\n' "${'$'}{sig#???}" | awk '{ for (i = 1; i <= 103; i++) {
  v = index("0123456789ABCDEFGHJKMNPQRSTVWXYZ", substr($0, i, 1)) - 1
  for (b = 16; b >= 1; b /= 2) { n = n * 2 + int(v / b) % 2
    if (++k % 8 == 0) { printf "\\%03o", n; n = 0 } } } }')" > "$dir/signature"
{ printf '\060\052\060\005\006\003\053\145\160\003\041\000'
  printf %s "$x=" | tr '_-' '/+' | openssl base64 -d -A; } > "$dir/key.der"
if openssl pkeyutl -verify -pubin -keyform DER -inkey "$dir/key.der" \
  -rawin -in "$dir/signed" -sigfile "$dir/signature" > /dev/null 2>&1
then echo "true $subject"; else echo "false $subject"; fi
rm -r "$dir"
`

const PYTHON = `import base64, hashlib, json, re, sys

p = 2**255 - 19
q = 2**252 + 27742317777372353535851937790883648493
d = -121665 * pow(121666, -1, p) % p

def add(a, b):
    (x1, y1), (x2, y2) = a, b
    k = d * x1 * x2 * y1 * y2
    return ((x1 * y2 + x2 * y1) * pow(1 + k, -1, p) % p,
            (y1 * y2 + x1 * x2) * pow(1 - k, -1, p) % p)

def times(n, a):
    r = (0, 1)
    while n:
        if n & 1:
            r = add(r, a)
        a, n = add(a, a), n >> 1
    return r

def point(b):
    n = int.from_bytes(b, 'little')
    y, sign = n % 2**255, n >> 255
    xx = (y * y - 1) * pow(d * y * y + 1, -1, p) % p
    x = pow(xx, (p + 3) // 8, p)
    if (x * x - xx) % p:
        x = x * pow(2, (p - 1) // 4, p) % p
    if (x * x - xx) % p or y >= p or (x == 0 and sign):
        raise ValueError('not a point')
    return (p - x if x % 2 != sign else x, y)

def holds(key, message, signature):
    r, s = signature[:32], int.from_bytes(signature[32:], 'little')
    h = hashlib.sha512(r + key + message).digest()
    base = point((4 * pow(5, -1, p) % p).to_bytes(32, 'little'))
    try:
        right = add(point(r), times(int.from_bytes(h, 'little') % q, point(key)))
    except ValueError:
        return False
    return s < q and times(s, base) == right

text, key_set = sys.argv[1:]
keys = json.load(open(key_set, encoding='utf-8'))['keys']
path = re.split('[?#&]', re.sub('^https?://[^/]*', '', text.strip(), flags=re.I))[0]
found = re.fullmatch('/?([0-9A-HJKMNP-TV-Z]{105}[08GR])/(.+?)/?', path)
if found is None:
    sys.exit(print('malformed'))
sig, subject = found.groups()
key = next((key for key in keys if key['kid'] == sig[:3]), None)
if key is None:
    sys.exit(print('unknown', subject))
n = 0
for c in sig[3:]:
    n = n * 32 + '0123456789ABCDEFGHJKMNPQRSTVWXYZ'.index(c)
b64 = lambda s: base64.urlsafe_b64encode(s.encode()).rstrip(b'=')
header = '{"alg":"Ed25519","kid":"%s"}' % sig[:3]
signed = b64(header) + b'.' + b64(subject)
x = base64.urlsafe_b64decode(key['x'] + '=')
print('true' if holds(x, signed, (n >> 3).to_bytes(64, 'big')) else 'false', subject)
`

const JAVA = String.raw`import java.math.BigInteger;
import java.nio.file.*;
import java.security.*;
import java.security.spec.X509EncodedKeySpec;
import java.util.*;
import java.util.regex.*;

class Check {
  public static void main(String[] args) throws Exception {
    String path = args[0].strip().replaceFirst("(?i)^https?://[^/]*", "").split("[?#&]")[0];
    Matcher label = Pattern.compile("/?([0-9A-HJKMNP-TV-Z]{105}[08GR])/(.+?)/?").matcher(path);
    if (!label.matches()) { System.out.println("malformed"); return; }
    String sig = label.group(1), subject = label.group(2), kid = sig.substring(0, 3);
    String x = null;
    for (String each : Files.readString(Path.of(args[1])).split("\\{")) {
      Matcher found = Pattern.compile("\"x\"\\s*:\\s*\"([^\"]+)\"").matcher(each);
      if (each.matches("(?s).*\"kid\"\\s*:\\s*\"" + kid + "\".*") && found.find()) x = found.group(1);
    }
    if (x == null) { System.out.println("unknown " + subject); return; }
    BigInteger n = BigInteger.ZERO;
    for (char c : sig.substring(3).toCharArray()) {
      n = n.shiftLeft(5).add(BigInteger.valueOf("0123456789ABCDEFGHJKMNPQRSTVWXYZ".indexOf(c)));
    }
    HexFormat hex = HexFormat.of();
    byte[] signature = hex.parseHex(String.format("%0128x", n.shiftRight(3)));
    byte[] key = Base64.getUrlDecoder().decode(x);
    byte[] der = hex.parseHex("302a300506032b6570032100" + hex.formatHex(key));
    Base64.Encoder b64 = Base64.getUrlEncoder().withoutPadding();
    String header = "{\"alg\":\"Ed25519\",\"kid\":\"" + kid + "\"}";
    String signed = b64.encodeToString(header.getBytes()) + "." + b64.encodeToString(subject.getBytes());
    Signature check = Signature.getInstance("Ed25519");
    check.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(der)));
    check.update(signed.getBytes());
    boolean holds;
    try { holds = check.verify(signature); } catch (SignatureException odd) { holds = false; }
    System.out.println(holds + " " + subject);
  }
}
`

/** Each alone is enough. */
export const CHECK_PROGRAMS: readonly CheckProgram[] = [
  {
    ...{ name: 'Node.js', needs: 'Node.js 18', file: 'check.mjs', run: 'node check.mjs' },
    text: NODE,
  },
  {
    ...{ name: 'OpenSSL', needs: 'OpenSSL 3, sh', file: 'check.sh', run: 'sh check.sh' },
    text: OPENSSL,
  },
  {
    ...{
      name: 'Python',
      needs: 'Python 3.8 (its standard library alone)',
      file: 'check.py',
      run: 'python3 check.py',
    },
    text: PYTHON,
  },
  { ...{ name: 'Java', needs: 'Java 17', file: 'Check.java', run: 'java Check.java' }, text: JAVA },
]

/** Keeps a key set in a file, once, for use without a network. */
export function keepKeys(keySetUrl: string): string {
  return `curl -o jwks.json '${keySetUrl}'`
}

/** Keeps the key of the example in a file of its own. */
export const KEEP_EXAMPLE_KEY = `printf %s '${CHECK_EXAMPLE.keys}' > example.json`
