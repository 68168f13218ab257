/** The platform's side of the encryption, over WebCrypto: none of it is the product's own code. */
const text = new TextEncoder()

const sha256 = async (bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))

/** Encrypts an event as the platform does: base64 of iv and AES-256-CBC under SHA-256 of the Encrypt Key. */
export const encrypt = async (encryptKey: string, plain: string): Promise<string> => {
  const key = await crypto.subtle.importKey('raw', await sha256(text.encode(encryptKey)), 'AES-CBC', false, ['encrypt'])
  const iv = crypto.getRandomValues(new Uint8Array(16))
  const body = new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-CBC', iv }, key, text.encode(plain)))
  return Buffer.concat([iv, body]).toString('base64')
}

/** `X-Lark-Signature` of a body as it stands. */
export const sign = async (timestamp: string, nonce: string, encryptKey: string, body: string): Promise<string> =>
  Buffer.from(await sha256(text.encode(timestamp + nonce + encryptKey + body))).toString('hex')

/** The sign of a custom group bot: HMAC-SHA256 of nothing under timestamp and secret. */
export const botSign = async (timestamp: string, secret: string): Promise<string> => {
  const raw = text.encode(`${timestamp}\n${secret}`)
  const key = await crypto.subtle.importKey('raw', raw, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])
  return Buffer.from(await crypto.subtle.sign('HMAC', key, new Uint8Array())).toString('base64')
}
