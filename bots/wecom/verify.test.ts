import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import vectors from '../../test/data/vectors/channels.json' with { type: 'json' }
import * as platform from '../../test/fakes/wecom/crypto.ts'
import { decrypt, encrypt, signatureOf } from './crypto.ts'
import { openBody, openEcho, sealAnswer } from './verify.ts'
import { only, readXml, textOf } from './xml.ts'

const { V1, V2, V5 } = vectors.wecom

const KEYS = { corpId: V1.receiveId, token: V1.token, encodingAesKey: V1.encodingAesKey }

const queryOf = ({ signature, timestamp, nonce }: { signature: string; timestamp: string; nonce: string }) => ({
  msg_signature: signature,
  timestamp,
  nonce,
})

const envelope = (encrypted: string) =>
  `<xml><ToUserName><![CDATA[x]]></ToUserName><Encrypt><![CDATA[${encrypted}]]></Encrypt></xml>`

/** Bytes encrypted as they stand, whatever their padding. */
const raw = (bytes: Uint8Array) => platform.encryptRaw(KEYS.encodingAesKey, new Uint8Array(bytes))

/** A callback of the platform's making around these plain bytes. */
const callback = async (encrypted: string) => {
  const signature = await platform.sign(KEYS.token, '1', '2', encrypted)
  return { query: { msg_signature: signature, timestamp: '1', nonce: '2' }, body: envelope(encrypted) }
}

describe('vectors', () => {
  test('V1: the address proves itself, also when a plus came as a space', () => {
    expect(openEcho(queryOf(V1), V1.encrypted, KEYS)).toBe(V1.message)
    expect(openEcho(queryOf(V1), V1.encrypted.replaceAll('+', ' '), KEYS)).toBe(V1.message)
    expect(openEcho({ ...queryOf(V1), nonce: '263014781' }, V1.encrypted, KEYS)).toBeUndefined()
  })

  test('V2: a text whose padding is 30, and an id too large for a number', () => {
    const message = openBody(queryOf(V2), envelope(V2.encrypted), KEYS)
    expect(message).toBe(V2.message)
    expect(textOf(only(readXml(message ?? ''), 'xml'), 'MsgId')).toBe('4561255354251345929')
  })

  test('V5: encryption to the byte', () => {
    const encrypted = encrypt(V5.message, V5.encodingAesKey, V5.receiveId, Buffer.from(V5.random))
    expect(encrypted).toBe(V5.encrypted)
    expect(decrypt(V5.encrypted, V5.encodingAesKey, V5.receiveId)).toEqual({ message: V5.message })
  })

  test('the parts of a signature are sorted by their bytes, not by a language', () => {
    const parts = ['_', '1', 'a', 'B'] as const
    const expected = createHash('sha1').update('1B_a').digest('hex')
    expect(signatureOf(...parts)).toBe(expected)
  })
})

describe('every length of padding', () => {
  test.each(Array.from({ length: 32 }, (_, i) => i + 1))('%i bytes, both ways', async pad => {
    const fixed = 20 + KEYS.corpId.length
    const message = 'x'.repeat((64 - ((fixed + pad) % 32)) % 32 || 32)
    expect((fixed + message.length + pad) % 32).toBe(0)
    const theirs = await platform.encrypt(KEYS.encodingAesKey, message, KEYS.corpId)
    expect(decrypt(theirs, KEYS.encodingAesKey, KEYS.corpId)).toEqual({ message })
    const ours = encrypt(message, KEYS.encodingAesKey, KEYS.corpId, Buffer.alloc(16, 7))
    expect(await platform.decrypt(KEYS.encodingAesKey, ours)).toEqual({ message, receiveId: KEYS.corpId, pad })
  })
})

describe('refused', () => {
  const plain = platform.plainOf('你好', KEYS.corpId, new Uint8Array(16))

  test.each<[string, () => Promise<string>]>([
    ['a padding of 0', () => raw(Buffer.concat([plain, Buffer.alloc(32 - (plain.length % 32), 0)]))],
    [
      'a padding over 32',
      () => raw(Buffer.concat([plain, Buffer.alloc(64 - (plain.length % 32), 64 - (plain.length % 32))])),
    ],
    [
      'a padding whose bytes differ',
      () => {
        const padded = platform.padded(plain)
        padded[padded.length - 2] = 1
        return raw(padded)
      },
    ],
    [
      'a length beyond what is there',
      () => {
        const long = Buffer.from(platform.padded(plain))
        long.writeUInt32BE(4000, 16)
        return raw(long)
      },
    ],
    ['another corp', () => platform.encrypt(KEYS.encodingAesKey, '你好', 'ww-other')],
    [
      'a corp whose name begins like ours',
      () => platform.encrypt(KEYS.encodingAesKey, '你好', KEYS.corpId.slice(0, -1)),
    ],
    ['half a block', async () => V2.encrypted.slice(0, 40)],
    ['nothing', async () => ''],
    ['no base64', async () => '!!!!'],
  ])('%s, rightly signed', async (_what, make) => {
    const { query, body } = await callback(await make())
    expect(openBody(query, body, KEYS)).toBeUndefined()
  })

  test('in the clear, twice encrypted, or with a document type', async () => {
    const { query } = await callback(V2.encrypted)
    const one = `<Encrypt>${V2.encrypted}</Encrypt>`
    const signed = { ...query, msg_signature: await platform.sign(KEYS.token, '1', '2', V2.encrypted) }
    expect(openBody(signed, `<xml>${one}</xml>`, KEYS)).toBe(V2.message)
    expect(openBody(signed, `<xml>${one}${one}</xml>`, KEYS)).toBeUndefined()
    expect(openBody(signed, V2.message, KEYS)).toBeUndefined()
    expect(openBody(signed, `<!DOCTYPE xml [<!ENTITY a "b">]><xml>${one}</xml>`, KEYS)).toBeUndefined()
    expect(openBody(signed, `<xml>${one}<a>&b;</a></xml>`, KEYS)).toBeUndefined()
    expect(openBody(signed, `<xml>${one}`, KEYS)).toBeUndefined()
  })

  test('an old one is taken: a repeat finds its turn taken already', () => {
    expect(openBody(queryOf(V2), envelope(V2.encrypted), KEYS)).toBe(V2.message)
  })

  test('100,000 damaged callbacks: none is taken, none throws', async () => {
    const { query, body } = await callback(V2.encrypted)
    const inside = { from: body.indexOf(V2.encrypted), to: body.indexOf(V2.encrypted) + V2.encrypted.length - 4 }
    fc.assert(
      fc.property(fc.integer({ min: inside.from, max: inside.to }), fc.integer({ min: 33, max: 126 }), (at, code) => {
        const changed = String.fromCharCode(code)
        const damaged = body.slice(0, at) + changed + body.slice(at + 1)
        return damaged === body || openBody(query, damaged, KEYS) === undefined
      }),
      { numRuns: 50_000 },
    )
    // Signed afresh by somebody who has the token but not the key.
    const bytes = Buffer.from(V2.encrypted, 'base64')
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const damaged = Buffer.from(bytes)
        damaged[at] = (damaged[at] ?? 0) ^ change
        const encrypted = damaged.toString('base64')
        const signed = { msg_signature: signatureOf(KEYS.token, '1', '2', encrypted), timestamp: '1', nonce: '2' }
        const opened = openBody(signed, envelope(encrypted), KEYS)
        // CBC lets a changed block spoil the words before the end; padding, length and receive id still have to fit.
        return opened === undefined || opened !== V2.message
      }),
      { numRuns: 50_000 },
    )
  })
})

describe('a passive answer', () => {
  test('is read by the platform: signature, corp and words', async () => {
    const sealed = sealAnswer('<xml>记好了🌙 ]]></xml>', KEYS, 1_700_000_000, Buffer.alloc(16, 3))
    const answer = only(readXml(sealed), 'xml')
    const encrypted = textOf(answer, 'Encrypt') ?? ''
    const signature = await platform.sign(
      KEYS.token,
      textOf(answer, 'TimeStamp') ?? '',
      textOf(answer, 'Nonce') ?? '',
      encrypted,
    )
    expect(textOf(answer, 'MsgSignature')).toBe(signature)
    const { message, receiveId } = await platform.decrypt(KEYS.encodingAesKey, encrypted)
    expect({ message, receiveId }).toEqual({ message: '<xml>记好了🌙 ]]></xml>', receiveId: KEYS.corpId })
  })
})
