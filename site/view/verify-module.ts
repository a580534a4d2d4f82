/** SHA-256 of /verify.js, as `sha256sum` prints it. Written by scripts/make-verify-vectors.ts. */
export const VERIFY_SHA256 = 'ae4436ad76fe666d2ba8e3cecd7c965e0a184c459b8e832f230e82e1bd71c12f'
