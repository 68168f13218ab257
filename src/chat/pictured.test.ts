import { expect, test } from 'vitest'
import type { Picture, Pictures } from './picture.ts'
import { addressed, drawn } from './pictured.ts'

const picture: Picture = {
  kind: 'nights',
  lang: 'en',
  title: 'Xiaoyu',
  subtitle: '',
  note: '',
  days: [],
  minutes: { title: '', values: [], line: null, scale: [] },
  beds: { title: '', values: [], line: null, scale: [], ahead: [] },
}
const reply = { say: 'fifty minutes', picture }

const pictures = (png: Uint8Array | undefined, origin?: string): Pictures => ({
  link: id => `/pictures/${id}`,
  linkFromElsewhere: id => origin && `${origin}/pictures/${id}`,
  png: async () => png,
})

test('on record a picture has its address, and a reply without one is as it was', () => {
  expect(addressed(reply, 'a', 0, pictures(undefined)).image).toBe('/pictures/a')
  expect(addressed({ say: 'hello' }, 'a', 0, pictures(undefined))).toEqual({ say: 'hello' })
})

test('on its way it is the image itself', async () => {
  expect(await drawn(reply, 'a', 0, pictures(Uint8Array.of(1, 2, 3)))).toEqual({
    say: 'fifty minutes',
    image: 'data:image/png;base64,AQID',
  })
})

test('where it cannot be drawn the words go with a link, or alone', async () => {
  expect(await drawn(reply, 'a', 0, pictures(undefined, 'https://wanling.example'))).toEqual({
    say: 'fifty minutes',
    link: { label: 'See the picture', url: 'https://wanling.example/pictures/a' },
  })
  expect(await drawn(reply, 'a', 0, pictures(undefined))).toEqual({ say: 'fifty minutes' })
})
