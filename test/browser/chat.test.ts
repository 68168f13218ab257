import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Chat, chatOn, launch, openChat } from './open-chat.ts'
import { type Reply, type Stub, startStub } from './stub-server.ts'

/** What a parent does on a phone: says, taps, comes back tomorrow. */

const STARTERS = [{ label: '我是小宇的妈妈', start: '8ZK4Q2M9XT' }]
const CARD: Reply = {
  say: '小宇今晚在家写学校作业，大概多久？',
  choices: [
    { id: 'p7.min:20', label: '20分钟' },
    { id: 'p7.min:40', label: '40分钟' },
  ],
}

let browser: Browser
let server: Stub
let chat: Chat

beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser.close())
beforeEach(async () => {
  server = await startStub({ starters: STARTERS })
  chat = await openChat(browser, server.url)
})
afterEach(async () => {
  await chat.page.context().close()
  await server.close()
})

test('Enter sends, Shift+Enter breaks the line, nothing is not sent', async () => {
  await chat.say('作业40分钟')
  await expect.poll(chat.lines).toEqual(['我说：作业40分钟', '晚铃说：听到了：作业40分钟'])
  await chat.text.press('Enter')
  await chat.text.pressSequentially('一')
  await chat.text.press('Shift+Enter')
  await chat.text.pressSequentially('二')
  await chat.page.getByRole('button', { name: '发送' }).click()
  await expect.poll(() => server.received.map(sent => sent.text)).toEqual(['作业40分钟', '一\n二'])
  expect(await chat.text.inputValue()).toBe('')
})

test('each message has its own id and the same 128-bit account', async () => {
  await chat.say('一')
  await chat.say('二')
  await expect.poll(() => server.received.length).toBe(2)
  const [one, two] = server.received
  expect(one?.account).toMatch(/^[0-9a-f]{32}$/)
  expect(two?.account).toBe(one?.account)
  expect(two?.id).not.toBe(one?.id)
})

test('in production the cookie says who this is, and the field is left out', async () => {
  const production = await startStub({ cookie: true })
  const other = await openChat(browser, production.url)
  await other.say('在吗')
  await expect.poll(other.lines).toHaveLength(2)
  expect(Object.keys(production.received[0] ?? {}).sort()).toEqual(['id', 'text'])
  expect(production.polls[0]).toBe('?after=0')
  await other.page.context().close()
  await production.close()
})

test('an empty chat offers the starters, and a tap starts with the code', async () => {
  expect(await chat.page.getByText('先试试：').isVisible()).toBe(true)
  await chat.pill('我是小宇的妈妈').click()
  await expect.poll(chat.lines).toEqual(['我说：我是小宇的妈妈', '晚铃说：听到了：8ZK4Q2M9XT'])
  expect(server.received[0]).toMatchObject({ start: '8ZK4Q2M9XT' })
  expect(await chat.page.getByText('先试试：').isVisible()).toBe(false)
})

test('a tapped choice is sent once; older buttons are quiet and still work', async () => {
  server.answer = sent => ({ replies: sent.choice ? [{ say: '记好了。' }] : [CARD], afterMs: 200 })
  await chat.say('报作业')
  await expect.poll(() => chat.pill('40分钟').getAttribute('class')).toBe('pill live')
  await chat.pill('40分钟').dblclick()
  await chat.page.getByText('记好了。').waitFor()
  expect(server.received.map(sent => sent.choice)).toEqual([undefined, 'p7.min:40'])
  expect(await chat.pill('40分钟').getAttribute('class')).toBe('pill chosen')
  await chat.pill('20分钟').click()
  await expect.poll(() => server.received.at(-1)?.choice).toBe('p7.min:20')
})

test('a reload keeps the conversation, its buttons and the account', async () => {
  server.answer = () => ({ replies: [CARD] })
  await chat.say('报作业')
  await chat.pill('20分钟').waitFor()
  const before = await chat.lines()
  await chat.page.reload()
  expect(await chat.lines()).toEqual(before)
  await chat.pill('20分钟').click()
  await expect.poll(() => server.received.length).toBe(2)
  expect(server.received[1]?.account).toBe(server.received[0]?.account)
})

test('the last 200 messages are kept', async () => {
  server.answer = () => ({ replies: Array.from({ length: 210 }, (_, index) => ({ say: `第${index}条` })) })
  await chat.say('很多')
  await chat.page.getByText('第209条').waitFor()
  expect(await chat.lines()).toHaveLength(200)
})

test('clearing asks first, clears this phone only and keeps the account', async () => {
  await chat.say('一')
  await expect.poll(chat.lines).toHaveLength(2)
  await chat.page.getByRole('button', { name: '更多' }).click()
  await chat.page.getByRole('button', { name: '清除本机记录' }).click()
  expect(await chat.lines()).toHaveLength(2)
  await chat.page.getByRole('button', { name: '清掉' }).click()
  expect(await chat.lines()).toEqual([])
  await chat.page.reload()
  expect(await chat.lines()).toEqual([])
  await chat.say('二')
  await expect.poll(() => server.received.length).toBe(2)
  expect(server.received[1]?.account).toBe(server.received[0]?.account)
})

test('a script in a message is text, and a link that runs one is no link', async () => {
  const attack = '<img src=x onerror="document.title=1"><script>document.title=1</script>'
  server.answer = () => ({ replies: [{ say: attack, file: { name: '坏', url: 'javascript:document.title=1' } }] })
  await chat.say(attack)
  await expect.poll(chat.lines).toEqual([`我说：${attack}`, `晚铃说：${attack}坏（已过期）`])
  expect(await chat.page.locator('#log img, #log script, #log a').count()).toBe(0)
  expect(await chat.page.title()).toBe('晚铃 🌙')
})

test('numbers to call and links can be tapped, minutes cannot', async () => {
  const say = '现在有危险，打110。想找人说说：12355、12356。全文 https://example.org/c1，看看。作业110分钟，打120分钟球'
  server.answer = () => ({ replies: [{ say }] })
  await chat.say('怎么办')
  await expect.poll(chat.lines).toContain(`晚铃说：${say}`)
  const links = await chat.page
    .locator('#log a')
    .evaluateAll(found => found.map(link => `${link.textContent} ${link.getAttribute('href')}`))
  expect(links).toEqual([
    '110 tel:110',
    '12355 tel:12355',
    '12356 tel:12356',
    'https://example.org/c1 https://example.org/c1',
  ])
})

test('pictures and files are shown; a dead picture says so', async () => {
  const file = { name: '小宇的记录.xlsx', url: '/file' }
  server.answer = () => ({
    replies: [
      { say: '四周', image: '/lamp.svg', file },
      { say: '旧的', image: '/gone.png' },
    ],
  })
  await chat.say('四周')
  await chat.page.getByRole('img', { name: '晚铃发来的图' }).first().waitFor()
  expect(await chat.page.getByRole('link', { name: '小宇的记录.xlsx' }).getAttribute('download')).toBe(file.name)
  await chat.page.getByText('图已过期').waitFor()
  expect(await chat.page.getByRole('img', { name: '晚铃发来的图' }).count()).toBe(1)
})

test('a photo waits for its words, is sent as base64 and never kept on the phone', async () => {
  const photo = await chat.page.screenshot({ type: 'jpeg' })
  const picked = { name: 'a.jpg', mimeType: 'image/jpeg', buffer: photo }
  await chat.page.locator('#photo').setInputFiles(picked)
  await chat.page.getByText('写句话，或者直接发').waitFor()
  expect(server.received).toEqual([])
  await chat.say('这一页')
  await expect
    .poll(() => server.received[0]?.photo)
    .toEqual({ type: 'image/jpeg', data: photo.toString('base64'), caption: '这一页' })
  expect(server.received[0]).not.toHaveProperty('text')
  await expect.poll(chat.lines).toHaveLength(2)
  await chat.page.reload()
  expect(await chat.lines()).toEqual(['我说：照片这一页', '晚铃说：听到了：image/jpeg'])
})

test('a photo over 5 MB is refused before it costs anything', async () => {
  const buffer = Buffer.alloc(5 * 1024 * 1024 + 1)
  await chat.page.locator('#photo').setInputFiles({ name: 'a.jpg', mimeType: 'image/jpeg', buffer })
  await chat.page.getByText('超过5MB').waitFor()
  await chat.text.press('Enter')
  expect(server.received).toEqual([])
})

test('what was sent unasked is fetched every 20 s and shown once', async () => {
  await chat.page.clock.install()
  await chat.page.reload()
  await expect.poll(() => server.polls.length).toBeGreaterThan(1)
  server.unasked.push({ n: 4, say: '早上好。小宇昨晚的作业大概写了多久？' })
  await chat.page.clock.runFor(20_000)
  await expect.poll(chat.lines).toEqual(['晚铃说：早上好。小宇昨晚的作业大概写了多久？'])
  await chat.page.clock.runFor(20_000)
  await expect.poll(() => server.polls.at(-1)).toMatch(/^\?account=[0-9a-f]{32}&after=4$/)
  expect(await chat.lines()).toHaveLength(1)
})

test('two tabs of one phone show one conversation', async () => {
  const second = chatOn(await chat.page.context().newPage())
  await second.page.goto(`${server.url}/chat`)
  await chat.say('一')
  await expect.poll(second.lines).toEqual(['我说：一', '晚铃说：听到了：一'])
})
