/** The platform's side of the encryption, over WebCrypto: none of it is the product's own code. */
const BLOCK = 32

type Bytes = Uint8Array<ArrayBuffer>

const concat = (...parts: Uint8Array[]): Bytes => new Uint8Array(Buffer.concat(parts))

const keyOf = async (encodingAesKey: string) => {
  const raw = new Uint8Array(Buffer.from(`${encodingAesKey}=`, 'base64'))
  return {
    iv: raw.slice(0, 16),
    key: await crypto.subtle.importKey('raw', raw, 'AES-CBC', false, ['encrypt', 'decrypt']),
  }
}

/** `msg_signature`: SHA-1 over the four, sorted by their bytes. */
export const sign = async (...four: [token: string, timestamp: string, nonce: string, encrypted: string]) => {
  const sorted = four.map(text => Buffer.from(text)).sort(Buffer.compare)
  return Buffer.from(await crypto.subtle.digest('SHA-1', concat(...sorted))).toString('hex')
}

/** The plain bytes of a message before they are padded. */
export const plainOf = (message: string, receiveId: string, random: Uint8Array): Bytes => {
  const body = Buffer.from(message)
  const length = Buffer.alloc(4)
  length.writeUInt32BE(body.length)
  return concat(random, length, body, Buffer.from(receiveId))
}

/** Pads to 32 bytes, 1 to 32 of them. */
export const padded = (plain: Uint8Array): Bytes => {
  const pad = BLOCK - (plain.length % BLOCK)
  return concat(plain, new Uint8Array(pad).fill(pad))
}

/** Encrypts bytes that are padded already. */
export const encryptRaw = async (encodingAesKey: string, bytes: Bytes): Promise<string> => {
  const { key, iv } = await keyOf(encodingAesKey)
  // WebCrypto adds a block of its own padding, which is cut off again.
  const full = new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-CBC', iv }, key, bytes))
  return Buffer.from(full.subarray(0, bytes.length)).toString('base64')
}

export const encrypt = (encodingAesKey: string, message: string, receiveId: string): Promise<string> =>
  encryptRaw(encodingAesKey, padded(plainOf(message, receiveId, crypto.getRandomValues(new Uint8Array(16)))))

/** Decrypts what the app answered: the message and its receive id. */
export const decrypt = async (encodingAesKey: string, encrypted: string) => {
  const { key, iv } = await keyOf(encodingAesKey)
  const body = new Uint8Array(Buffer.from(encrypted, 'base64'))
  // One block more, which decrypts to the padding that WebCrypto insists on.
  const last = body.slice(-16)
  const extra = new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-CBC', iv: last }, key, new Uint8Array()))
  const plain = Buffer.from(await crypto.subtle.decrypt({ name: 'AES-CBC', iv }, key, concat(body, extra)))
  const pad = plain.at(-1) ?? 0
  const length = plain.readUInt32BE(16)
  return {
    message: plain.subarray(20, 20 + length).toString(),
    receiveId: plain.subarray(20 + length, plain.length - pad).toString(),
    pad,
  }
}
