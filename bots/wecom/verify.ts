import { decrypt, encrypt, same, signatureOf } from './crypto.ts'
import { cdata, only, readXml, textOf } from './xml.ts'

/** What proves that a callback is WeCom's and meant for us. */
export interface WecomKeys {
  corpId: string
  token: string
  encodingAesKey: string
}

/** The query of a callback, decoded; undefined where absent. */
export interface SignedQuery {
  msg_signature: string | undefined
  timestamp: string | undefined
  nonce: string | undefined
}

/** The signed query fits this ciphertext. Age is no reason to refuse: a repeat finds its turn taken already. */
const isSigned = (query: SignedQuery, encrypted: string, { token }: WecomKeys): boolean => {
  const { msg_signature = '', timestamp = '', nonce = '' } = query
  return same(msg_signature, signatureOf(token, timestamp, nonce, encrypted))
}

/**
 * Opens the `echostr` of a URL verification; undefined when it is not WeCom's. A literal plus may have come as a space.
 */
export const openEcho = (query: SignedQuery, echostr: string | undefined, keys: WecomKeys): string | undefined => {
  const encrypted = (echostr ?? '').replaceAll(' ', '+')
  if (!isSigned(query, encrypted, keys)) return undefined
  return decrypt(encrypted, keys.encodingAesKey, keys.corpId)?.message
}

/** Opens the body of a callback: the message inside as XML text; undefined when forged, damaged or in the clear. */
export const openBody = (query: SignedQuery, body: string, keys: WecomKeys): string | undefined => {
  const encrypted = textOf(only(readXml(body), 'xml'), 'Encrypt')
  if (!encrypted || !isSigned(query, encrypted, keys)) return undefined
  return decrypt(encrypted, keys.encodingAesKey, keys.corpId)?.message
}

/** A passive answer, encrypted and signed. `seconds` is the time, `random` 16 bytes of chance. */
export const sealAnswer = (message: string, keys: WecomKeys, seconds: number, random: Uint8Array): string => {
  const encrypted = encrypt(message, keys.encodingAesKey, keys.corpId, random)
  const timestamp = String(seconds)
  const nonce = Buffer.from(random).toString('hex').slice(0, 16)
  const signature = signatureOf(keys.token, timestamp, nonce, encrypted)
  return `<xml><Encrypt>${cdata(encrypted)}</Encrypt><MsgSignature>${cdata(signature)}</MsgSignature><TimeStamp>${timestamp}</TimeStamp><Nonce>${cdata(nonce)}</Nonce></xml>`
}
