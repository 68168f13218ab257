import { EventDispatcher, generateChallenge } from '@larksuiteoapi/node-sdk'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import vectors from '../../test/data/vectors/channels.json' with { type: 'json' }
import { encrypt, sign } from '../../test/fakes/lark/crypto.ts'
import { SILENT } from './client.ts'
import { groupSign } from './group.ts'
import { decrypt, openBody, type SignedHeaders } from './verify.ts'

const KEYS = { encryptKey: 'test key', verificationToken: 'the token' }
const { L1, L4, L5 } = vectors.lark

const event = (text: string, token = KEYS.verificationToken) => ({
  schema: '2.0',
  header: {
    event_id: 'e',
    event_type: 'im.message.receive_v1',
    create_time: '1',
    token,
    app_id: 'cli',
    tenant_key: 't',
  },
  event: { text },
})

/** A push as the platform makes it; `spread` puts white space into its JSON. */
const push = async (payload: object, encryptKey = KEYS.encryptKey, spread = false) => {
  const envelope = { encrypt: await encrypt(encryptKey, JSON.stringify(payload)) }
  const body = spread ? JSON.stringify(envelope, null, 2) : JSON.stringify(envelope)
  const headers = {
    timestamp: '1700000000',
    nonce: 'abc',
    signature: await sign('1700000000', 'abc', encryptKey, body),
  }
  return { raw: Buffer.from(body), headers }
}

const open = ({ raw, headers }: { raw: Uint8Array; headers: SignedHeaders }) => openBody(raw, headers, KEYS)

/** What the SDK says: true when it takes the push. */
const sdkTakes = async ({ raw, headers }: Awaited<ReturnType<typeof push>>): Promise<boolean> => {
  let taken = false
  const dispatcher = new EventDispatcher({ ...KEYS, logger: SILENT }).register({
    'im.message.receive_v1': async () => {
      taken = true
    },
  })
  const carried = {
    'x-lark-request-timestamp': headers.timestamp,
    'x-lark-request-nonce': headers.nonce,
    'x-lark-signature': headers.signature,
  }
  await dispatcher.invoke(Object.assign(Object.create({ headers: carried }), JSON.parse(raw.toString())))
  return taken
}

describe('vectors', () => {
  test('L1: the ciphertext of the documentation', () => {
    expect(decrypt(L1.encrypted, L1.encryptKey)).toBe(L1.plain)
  })

  test('L4: the sign of a group bot', () => {
    expect(groupSign(L4.timestamp, L4.secret)).toBe(L4.sign)
  })

  test('L5: the signature over the raw body is taken, and one letter of it changed is not', () => {
    const headers = { timestamp: L5.timestamp, nonce: L5.nonce, signature: L5.signature }
    // The signature fits; "hello world" is no event, so it is refused by the token. The fake computes the same one.
    expect(openBody(Buffer.from(L5.body), headers, KEYS)).toEqual({ is: 'refused' })
    return expect(sign(L5.timestamp, L5.nonce, L5.encryptKey, L5.body)).resolves.toBe(L5.signature)
  })
})

describe('beside the SDK', () => {
  test('both take what the platform sends', async () => {
    const given = await push(event('hello'))
    expect(open(given)).toMatchObject({ is: 'push', payload: { event: { text: 'hello' } } })
    expect(await sdkTakes(given)).toBe(true)
  })

  test('white space in the body: the signature is over the bytes, which the SDK forgets', async () => {
    const given = await push(event('hello'), KEYS.encryptKey, true)
    expect(open(given)).toMatchObject({ is: 'push' })
    expect(await sdkTakes(given)).toBe(false)
  })

  test('another verification token under a right signature: refused here, taken by the SDK', async () => {
    const given = await push(event('hello', 'another token'))
    expect(open(given)).toEqual({ is: 'refused' })
    expect(await sdkTakes(given)).toBe(true)
  })

  test('Chinese over every border of a block comes out whole', async () => {
    for (let n = 0; n < 48; n++) {
      const text = `${'a'.repeat(n)}作业写了五十分钟🌙关灯`
      expect(open(await push(event(text)))).toMatchObject({ is: 'push', payload: { event: { text } } })
    }
  })

  test('the challenge is answered as the SDK answers it, by its token, with and without a signature', async () => {
    const challenge = { challenge: 'ajls384kdjx98XX', token: KEYS.verificationToken, type: 'url_verification' }
    const { raw, headers } = await push(challenge)
    const bare = { timestamp: undefined, nonce: undefined, signature: undefined }
    expect(openBody(raw, headers, KEYS)).toEqual({ is: 'challenge', challenge: 'ajls384kdjx98XX' })
    expect(openBody(raw, bare, KEYS)).toEqual({ is: 'challenge', challenge: 'ajls384kdjx98XX' })
    expect(generateChallenge(JSON.parse(raw.toString()), KEYS).challenge.challenge).toBe('ajls384kdjx98XX')
    const other = await push({ ...challenge, token: 'another' })
    expect(openBody(other.raw, bare, KEYS)).toEqual({ is: 'refused' })
  })
})

describe('refused', () => {
  test('an event without a signature, or of another key, or in the clear', async () => {
    const bare = { timestamp: undefined, nonce: undefined, signature: undefined }
    const given = await push(event('hello'))
    expect(openBody(given.raw, bare, KEYS)).toEqual({ is: 'refused' })
    expect(open(await push(event('hello'), 'another key'))).toEqual({ is: 'refused' })
    const clear = Buffer.from(JSON.stringify(event('hello')))
    const headers = { ...given.headers, signature: await sign('1700000000', 'abc', KEYS.encryptKey, clear.toString()) }
    expect(openBody(clear, headers, KEYS)).toEqual({ is: 'refused' })
  })

  test('an old push is taken: a retry comes hours later', async () => {
    const envelope = JSON.stringify({ encrypt: await encrypt(KEYS.encryptKey, JSON.stringify(event('hello'))) })
    const headers = { timestamp: '1', nonce: 'n', signature: await sign('1', 'n', KEYS.encryptKey, envelope) }
    expect(openBody(Buffer.from(envelope), headers, KEYS)).toMatchObject({ is: 'push' })
  })

  test('100,000 damaged pushes: none is taken, none throws', async () => {
    const { raw, headers } = await push(event('作业五十分钟'))
    const { length } = raw
    fc.assert(
      fc.property(fc.nat(length - 1), fc.integer({ min: 1, max: 255 }), fc.boolean(), (at, change, cut) => {
        const damaged = Buffer.from(cut ? raw.subarray(0, at) : raw)
        if (!cut) damaged[at] = (damaged[at] ?? 0) ^ change
        return openBody(damaged, headers, KEYS).is === 'refused'
      }),
      { numRuns: 50_000 },
    )
    // Signed afresh by somebody who knows the key, so that the parser behind the signature is met too.
    const { createHash } = await import('node:crypto')
    fc.assert(
      fc.property(fc.nat(length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const damaged = Buffer.from(raw)
        damaged[at] = (damaged[at] ?? 0) ^ change
        const signature = createHash('sha256').update('1abc').update(KEYS.encryptKey).update(damaged).digest('hex')
        const opened = openBody(damaged, { timestamp: '1', nonce: 'abc', signature }, KEYS)
        return opened.is === 'refused' || opened.is === 'push'
      }),
      { numRuns: 50_000 },
    )
  })
})
