/** SHA-256 of /verify.js, as `sha256sum` prints it. Written by scripts/make-verify-vectors.ts. */
export const VERIFY_SHA256 = '137a13fe47bb85a302f28284701a7ab59738a2c918a8e1e41b03407f566cf831'
