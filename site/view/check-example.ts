/** A label signed with the published test-1 key of RFC 8032 7.1, for anyone to follow the steps with. */
export const CHECK_EXAMPLE = {
  url: 'HTTPS://GOC.EXAMPLE/A1BCXM9TEJ3ZPQ17JADJ279025NFG5YV5XYGSJGXHDRDAXC5S6MEQGQ9RJ3TJPCAGXZZ9H7RCEMSRQ2QAMC5J3A831YSM3NGERYCKFVW20/B/7K3M9QX1/1',
  jws: 'eyJhbGciOiJFZDI1NTE5Iiwia2lkIjoiQTFCIn0.Qi83SzNNOVFYMS8x.Z2idOkP9rhPJTZCOkAi1fAvtl76GZQ7FuGq6wuTUdeF04kPUrMVDv_pifDHUzi4rqowshqQMPs0HWDseZN--CA',
  keys: '{"keys":[{"kty":"OKP","crv":"Ed25519","kid":"A1B","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}]}',
} as const
