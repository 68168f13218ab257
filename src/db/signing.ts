import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto'

/** The fixed head of an Ed25519 private key in PKCS #8; 32 random bytes follow it (RFC 8410). */
const HEAD = Buffer.from('302e020100300506032b657004220420', 'hex')

const privateKey = (seed: Buffer): KeyObject =>
  createPrivateKey({ key: Buffer.concat([HEAD, seed]), format: 'der', type: 'pkcs8' })

/** Signs a text with the Ed25519 key made of 32 bytes; base64url. */
export const signText = (seed: Buffer, text: string): string =>
  sign(null, Buffer.from(text), privateKey(seed)).toString('base64url')

/** Whether this signature was made over this text with that key. */
export const isSignedText = (seed: Buffer, text: string, signature: string): boolean =>
  verify(null, Buffer.from(text), createPublicKey(privateKey(seed)), Buffer.from(signature, 'base64url'))
