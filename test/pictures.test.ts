import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Background } from '../src/background/background.ts'
import { inPlace } from '../src/background/in-place.ts'
import { Threaded } from '../src/background/threaded.ts'
import type { Picture } from '../src/chat/picture.ts'
import { drawSvg } from '../src/pictures/draw.ts'
import { makePictures } from '../src/pictures/pictures.ts'
import { drawPng } from '../src/pictures/png.ts'
import { CHILDREN, newWorld, type World } from './support/world.ts'

let world: World
beforeEach(async () => {
  world = await newWorld()
})
afterEach(() => world.close())

const days = Array.from({ length: 14 }, (_, i) => ({ label: `${i + 10}`, weekday: '一', homework: true, bed: true }))

const picture = (title: string): Picture => ({
  kind: 'nights',
  lang: 'zh',
  title,
  subtitle: '十四晚',
  note: '灰底',
  days,
  minutes: {
    title: '作业',
    values: days.map((_, i) => (i % 3 === 0 ? null : i * 10)),
    line: { at: 60, label: '不超过60' },
    scale: [0, 60, 120, 180].map(at => ({ at, label: `${at}` })),
  },
  beds: {
    title: '关灯',
    values: days.map((_, i) => (i % 4 === 0 ? null : 180 + i)),
    ahead: days.map((_, i) => i === 5),
    line: { at: 200, label: '9点20' },
    scale: [180, 240].map(at => ({ at, label: `${at}` })),
  },
})

const isPng = (bytes: Uint8Array): boolean => Buffer.from(bytes.subarray(1, 4)).toString() === 'PNG'

/** Width and height as the file tells them. */
const sizeOf = (bytes: Uint8Array): [number, number] => {
  const view = Buffer.from(bytes)
  return [view.readUInt32BE(16), view.readUInt32BE(20)]
}

const reportAndAsk = async () => {
  const who = 'mum'
  let { replies } = await world.post(who, { start: CHILDREN[0].code })
  for (const wanted of ['child:yes', 'relation:mother', 'c1:yes']) {
    const choice = replies.flatMap(reply => reply.choices ?? []).find(one => one.id.endsWith(wanted))
    replies = (await world.post(who, { choice: choice?.id ?? '' })).replies
  }
  await world.post(who, { text: '作业50分钟 9点10睡' })
  return (await world.post(who, { text: '趋势' }, 'asked')).replies[0]
}

const fetched = (path: string) => world.service.app.request(path)

describe('a picture at its address', () => {
  test('is there for whoever has the address, sharp on a phone, and kept by nobody', async () => {
    const reply = await reportAndAsk()
    const response = await fetched(reply?.image ?? '')
    const bytes = new Uint8Array(await response.arrayBuffer())
    expect(response.headers.get('content-type')).toBe('image/png')
    expect(response.headers.get('cache-control')).toContain('no-store')
    expect(sizeOf(bytes)).toEqual([780, 1080])
  })

  test('says the same in words, and hands over nothing that it is drawn from', async () => {
    const reply = await reportAndAsk()
    expect(reply?.say).toContain('作业50分钟,9点10关灯')
    expect(Object.keys(reply ?? {}).sort()).toEqual(['choices', 'image', 'say'])
    expect((await world.post('mum', { text: '趋势' }, 'asked')).replies[0]).toEqual(reply)
  })

  test('is gone after a day, when its message is erased, and under any other address', async () => {
    const address = (await reportAndAsk())?.image ?? ''
    const [since, id, mac] = address.split('/').at(-1)?.split('.') ?? []
    const forged = [
      `${since}.${id}.${mac?.slice(0, -1)}_`,
      `zzzzzzzz.${id}.${mac}`,
      `${since}..${mac}`,
      'x',
      `${since}.${id}`,
    ]
    for (const token of forged) expect((await fetched(`/pictures/${token}`)).status).toBe(404)
    world.at('2026-11-24 21:49')
    expect((await fetched(address)).status).toBe(200)
    world.at('2026-11-24 21:51')
    expect((await fetched(address)).status).toBe(404)
    world.at('2026-11-23 21:51')
    expect((await fetched(address)).status).toBe(200)
    await world.db.write([{ sql: 'DELETE FROM outbox', args: [] }])
    expect((await fetched(address)).status).toBe(404)
  })
})

describe('drawing', () => {
  test('children’s names are drawn, the rare ones too, and are never markup', async () => {
    const [plain, rare, rarer] = await Promise.all(['小雨', '龘靐', '龘骉'].map(title => drawPng(picture(title))))
    expect([plain, rare, rarer].every(bytes => bytes && isPng(bytes))).toBe(true)
    // Two characters that the font lacked would be the same empty box.
    expect(rare && rarer && Buffer.from(rare).equals(rarer)).toBe(false)
    const svg = drawSvg(picture('<script>alert(1)</script>&"'))
    expect(svg).not.toContain('<script')
    expect(svg).toContain('&lt;script&gt;')
  })

  test('the same numbers are drawn once, and never two pictures at a time', async () => {
    let drawing = 0
    let most = 0
    let drawn = 0
    const inner = inPlace(world.db)
    const background: Background = {
      ...inner,
      run: (task, input) => {
        drawing += 1
        drawn += 1
        most = Math.max(most, drawing)
        return inner.run(task, input).finally(() => {
          drawing -= 1
        })
      },
    }
    const pictures = makePictures({ keys: world.keys, background, origin: undefined, fault: () => undefined })
    await Promise.all(['小雨', '豆豆', '小雨', '大山', '小雨'].map(title => pictures.png(picture(title))))
    expect([drawn, most]).toEqual([3, 1])
    await pictures.png(picture('豆豆'))
    expect(drawn).toBe(3)
  })

  test('where there are no pixels the address answers with SVG', async () => {
    const inner = inPlace(world.db)
    const faults: unknown[] = []
    const background: Background = {
      ...inner,
      run: (task, input) => (task === 'picturePng' ? Promise.reject(new RangeError('no')) : inner.run(task, input)),
    }
    const pictures = makePictures({
      keys: world.keys,
      background,
      origin: 'https://wanling.example',
      fault: error => faults.push(error),
    })
    expect(await pictures.png(picture('小雨'))).toBeUndefined()
    expect(await pictures.svg(picture('小雨'))).toContain('小雨')
    expect(pictures.linkFromElsewhere('id', 0)).toMatch(/^https:\/\/wanling\.example\/pictures\//)
    expect(faults).toHaveLength(1)
  })

  test('drawing costs the server itself less than 20 ms of its time', async () => {
    const thread = new Threaded(world.path, new URL('../dist/thread.js', import.meta.url))
    const pictures = makePictures({ keys: world.keys, background: thread, origin: undefined, fault: () => undefined })
    await pictures.png(picture('小雨'))
    const before = process.threadCpuUsage()
    const png = await pictures.png(picture('豆豆'))
    const { user, system } = process.threadCpuUsage(before)
    expect(isPng(png ?? new Uint8Array())).toBe(true)
    expect((user + system) / 1000).toBeLessThan(20)
    await thread.close()
  })
})
