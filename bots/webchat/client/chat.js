// @ts-check
/*
 * The page of the web chat: it keeps the conversation on this device, sends what is said in order and exactly once,
 * and shows what is answered. The server's side is `POST|GET /chat/api/messages`.
 * One file over 300 lines on purpose: every further request costs a second on a weak line. Nothing newer than ES2019,
 * no framework and no inline style: cheap WebViews and the Content-Security-Policy of the page allow neither.
 */

/** @typedef {{ id: string, label: string }} Choice */
/** @typedef {{ name: string, url: string }} Attachment */
/** @typedef {{ say: string, choices?: Choice[], image?: string, file?: Attachment }} Reply */
/** @typedef {{ type: string, data: string }} Photo base64 without its prefix */
/** @typedef {'waiting' | 'refused' | 'tooFast' | 'tooBig' | 'lost'} Fate what became of a message of ours that was not taken (yet) */

/**
 * One message of either side, as kept on the device. `at` is this device's clock in ms. `send` is what still has to
 * reach the server; a photo is never kept on disk, so only `photo: true` says that there was one.
 * @typedef {Reply & {
 *   key: string, who: 'me' | 'bot', at: number, chosen?: string,
 *   fate?: Fate, send?: Record<string, string>, photo?: boolean,
 * }} Line
 */

/** @typedef {{ account: string, last: number, lines: Line[] }} Kept `last` is the highest `n` fetched */

// ---- words ---------------------------------------------------------------------------------------------------------

const zh = {
  name: '晚铃',
  tagline: '每晚一句话：作业多久，几点关灯',
  hint: '自愿填写。孩子有危险先打',
  conversation: '对话',
  botSays: '晚铃说：',
  iSay: '我说：',
  lead: '作业写了多久，几点关的灯，说一句就行。',
  voluntary: '不填也没关系，老师看不到谁填了、谁没填。',
  tryFirst: '先试试：',
  haveCode: '有学校给的邀请码，直接发过来就行。',
  codeReady: '邀请码填好了，点发送就行。',
  menuWord: '菜单',
  answers: '可以点的回答',
  textLabel: '说一句',
  placeholder: '作业40分钟，九点睡',
  send: '发送',
  photo: '选一张照片',
  photoReady: '写句话，或者直接发',
  photoDrop: '不发这张',
  photoSent: '照片',
  photoBig: '这张超过5MB，换一张小些的。',
  photoKind: '只能发JPG、PNG或WebP的照片。',
  picture: '晚铃发来的图',
  pictureGone: '图已过期。需要的话再要一次。',
  fileGone: '（已过期）',
  resending: '正在重发…',
  offline: '没有网络，连上就发。',
  tooFast: '发得有点快，这条没发出去。',
  again: '再发一次',
  refused: '这条没发出去。',
  tooBig: '太大了，没发出去。',
  lost: '照片没发出去，请再选一次。',
  menu: '更多',
  clear: '清除本机记录',
  clearWhat: '只清掉这台手机上的聊天记录。已经记下的作业和关灯时间还在；要删那些，在对话里说“删除”。',
  clearYes: '清掉',
  clearNo: '留着',
  cleared: '本机记录清掉了。',
  today: '今天',
  yesterday: '昨天',
}

/** @type {typeof zh} */
const en = {
  name: 'Wanling',
  tagline: 'Homework and lights-out, one line a night',
  hint: 'Voluntary. If a child is in danger, call',
  conversation: 'Conversation',
  botSays: 'Wanling says:',
  iSay: 'I say:',
  lead: 'How long homework took and when the light went out: one line is enough.',
  voluntary: 'Skipping is fine. Teachers can’t see who answered and who didn’t.',
  tryFirst: 'Try it as:',
  haveCode: 'If the school gave you an invitation code, just send it.',
  codeReady: 'Your invitation code is filled in: just tap send.',
  menuWord: '/help',
  answers: 'Answers to tap',
  textLabel: 'Say something',
  placeholder: '40 min, asleep at 9',
  send: 'Send',
  photo: 'Choose a photo',
  photoReady: 'Add a line, or just send',
  photoDrop: 'Leave this photo out',
  photoSent: 'Photo',
  photoBig: 'That one is over 5 MB. Please choose a smaller one.',
  photoKind: 'Only JPG, PNG or WebP photos can be sent.',
  picture: 'Picture from Wanling',
  pictureGone: 'This picture has expired. Ask again if you need it.',
  fileGone: ' (expired)',
  resending: 'Sending again…',
  offline: 'No network. It goes out as soon as there is one.',
  tooFast: 'A little fast: this one was not sent.',
  again: 'Send again',
  refused: 'This one was not sent.',
  tooBig: 'Too large, not sent.',
  lost: 'The photo was not sent. Please choose it again.',
  menu: 'More',
  clear: 'Clear this device',
  clearWhat:
    'Clears the conversation on this device only. Nights already noted stay; to delete those, say “/delete” in the chat.',
  clearYes: 'Clear',
  clearNo: 'Keep',
  cleared: 'This device is cleared.',
  today: 'Today',
  yesterday: 'Yesterday',
}

const english = /^en/i.test(navigator.language)
const words = english ? en : zh

// ---- ceilings ------------------------------------------------------------------------------------------------------

/** Lines kept: some weeks of evenings, and far below the few MB a browser grants. */
const LINES = 200
/** Bytes of a photo: in base64 it stays under the server's 8 MB. */
const PHOTO_BYTES = 5 * 1024 * 1024
const PHOTO_TYPES = ['image/jpeg', 'image/png', 'image/webp']
/** ms between two questions for what was sent unasked. */
const POLL = 20000
/** ms before an attempt is given up and made again: a photo on a slow line needs its time. */
const PATIENCE = 20000
const PHOTO_PATIENCE = 180000
/** ms of trouble after which the button to send again appears. */
const TROUBLE = 60000
/** ms that image and file links live. */
const LINK_LIFE = 24 * 3600 * 1000
/** ms of silence after which the time is shown between two messages. */
const PAUSE = 30 * 60 * 1000

// ---- page ----------------------------------------------------------------------------------------------------------

/**
 * The element with this id. Throws when the page and this file no longer belong together.
 * @template {HTMLElement} T
 * @param {string} id
 * @param {new () => T} kind
 * @returns {T}
 */
function byId(id, kind) {
  const found = document.getElementById(id)
  if (!(found instanceof kind)) throw new Error(`chat.html has no ${id}`)
  return found
}

const scroller = byId('scroll', HTMLElement)
scroller.tabIndex = 0 // what scrolls can be scrolled by keyboard, in Safari too
const log = byId('log', HTMLDivElement)
const typing = byId('typing', HTMLDivElement)
const welcome = byId('welcome', HTMLElement)
const composer = byId('composer', HTMLFormElement)
const textBox = byId('text', HTMLTextAreaElement)
const photoInput = byId('photo', HTMLInputElement)
const notice = byId('notice', HTMLParagraphElement)

/**
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag
 * @param {string} look its class
 * @param {string} [text]
 * @returns {HTMLElementTagNameMap[K]}
 */
function make(tag, look, text) {
  const element = document.createElement(tag)
  element.className = look
  if (text !== undefined) element.textContent = text
  return element
}

/** @param {string} look @param {string} text @param {() => void} press */
function button(look, text, press) {
  const element = make('button', look, text)
  element.type = 'button'
  element.addEventListener('click', press)
  return element
}

/** Writes the page's own words in the reader's language. */
function speak() {
  document.documentElement.lang = english ? 'en' : 'zh-CN'
  /** @type {Record<string, string>} */
  const table = words
  for (const element of document.querySelectorAll('[data-word]')) {
    element.textContent = table[element.getAttribute('data-word') || ''] || ''
  }
  for (const element of document.querySelectorAll('[data-name]')) {
    element.setAttribute('aria-label', table[element.getAttribute('data-name') || ''] || '')
  }
  textBox.placeholder = words.placeholder
}

// ---- what is kept on the device ------------------------------------------------------------------------------------

const PLACE = 'wanling.chat'

/** 128 random bits as hex: an account, or the id of a message. */
function randomId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, byte => (byte + 256).toString(16).slice(1)).join('')
}

/** @param {unknown} value @returns {value is Record<string, unknown>} */
function isRecord(value) {
  return typeof value === 'object' && value !== null
}

/** @returns {Kept} what an earlier visit left, or a new beginning */
function load() {
  try {
    const kept = JSON.parse(localStorage.getItem(PLACE) || '')
    if (typeof kept.account === 'string' && typeof kept.last === 'number' && Array.isArray(kept.lines)) return kept
  } catch {
    // nothing kept, unreadable, or a browser that keeps nothing: the conversation then lives as long as the page
  }
  return { account: randomId(), last: 0, lines: [] }
}

let kept = load()

function save() {
  kept.lines = kept.lines.slice(-LINES)
  try {
    localStorage.setItem(PLACE, JSON.stringify(kept))
  } catch {
    // full or forbidden: see load
  }
}

// ---- drawing a line ------------------------------------------------------------------------------------------------

/** @type {Map<string, HTMLElement>} by the line's key */
const drawn = new Map()

/** Links, numbers that help in an emergency, and land lines written 0xxx-xxxxxxx; "120分钟" is no number to call. */
const TAPPABLE =
  /(https?:\/\/[^\s\u3000-\u303f\uff00-\uffef"<>]+)|((?:打 ?|拨 ?|call |dial |answers, |: ?)1(?:10|19|20)(?![\d分元个家人]| ?min| ?yuan))|((?:^|[^\d-])(?:1235[56]|12345|0\d{2,3}-\d{7,8})(?!\d))/g

/** Appends text to an element, with what can be called or opened made tappable. @param {Element} target @param {string} text */
function write(target, text) {
  let done = 0
  for (let hit = TAPPABLE.exec(text); hit; hit = TAPPABLE.exec(text)) {
    const shown = hit[1] ? hit[0] : hit[0].replace(/^.*?(?=[01])/, '')
    const start = hit.index + hit[0].length - shown.length
    const link = make('a', '', shown)
    link.href = hit[1] ? shown : `tel:${shown}`
    if (hit[1]) openAside(link)
    target.append(text.slice(done, start), link)
    done = start + shown.length
  }
  target.append(text.slice(done))
}

/** @param {HTMLAnchorElement} link */
function openAside(link) {
  link.target = '_blank'
  link.rel = 'noopener noreferrer'
}

/** Only web addresses may become a link: anything else (`javascript:`) is shown as nothing. @param {string} url */
function webAddress(url) {
  try {
    const { protocol, href } = new URL(url, location.href)
    return protocol === 'https:' || protocol === 'http:' ? href : ''
  } catch {
    return ''
  }
}

/** @param {string} url */
function pictureOf(url) {
  const link = make('a', 'picture')
  const image = make('img', '')
  image.alt = words.picture
  image.addEventListener('error', () => link.replaceWith(make('span', 'gone', words.pictureGone)))
  image.addEventListener('load', grown)
  image.src = link.href = webAddress(url)
  openAside(link)
  link.append(image)
  return link
}

/** @param {Line} line @param {Attachment} file */
function fileOf(line, file) {
  const href = webAddress(file.url)
  if (!href || Date.now() - line.at > LINK_LIFE) return make('span', 'file gone', file.name + words.fileGone)
  const link = make('a', 'file', file.name)
  link.href = href
  link.download = file.name
  return link
}

/** @param {Line} line @param {Choice[]} choices */
function choicesOf(line, choices) {
  const row = make('div', 'choices')
  row.setAttribute('role', 'group')
  row.setAttribute('aria-label', words.answers)
  for (const choice of choices) {
    const pill = button('pill', choice.label, () => choose(line.key, choice))
    pill.dataset.choice = choice.id
    row.append(pill)
  }
  return row
}

/** Builds what never changes of a line; `refresh` does the rest. @param {Line} line */
function build(line) {
  const element = make('div', `line ${line.who}`)
  const bubble = make('div', 'bubble')
  bubble.append(make('span', 'unseen', line.who === 'me' ? words.iSay : words.botSays))
  const photo = photos.get(line.key)
  if (photo) {
    const image = make('img', 'mine-photo')
    image.alt = words.photoSent
    image.src = `data:${photo.type};base64,${photo.data}`
    bubble.append(image)
  } else if (line.photo) bubble.append(make('span', 'photo-mark', words.photoSent))
  if (line.image) bubble.append(pictureOf(line.image))
  if (line.say) {
    const text = make('p', 'say')
    if (line.who === 'bot') write(text, line.say)
    else text.textContent = line.say
    bubble.append(text)
  }
  if (line.file) bubble.append(fileOf(line, line.file))
  element.append(make('p', 'time'), bubble)
  if (line.choices && line.choices.length > 0) element.append(choicesOf(line, line.choices))
  element.append(make('p', 'fate'))
  return element
}

/** @param {Element} element @param {string} look @param {(part: HTMLElement) => void} change */
function each(element, look, change) {
  element.querySelectorAll(look).forEach(part => {
    if (part instanceof HTMLElement) change(part)
  })
}

/**
 * Brings what changes up to date: the time above, whether its buttons are the ones to answer now, and what became of it.
 * @param {HTMLElement} element
 * @param {Line} line
 * @param {Line | undefined} before
 * @param {boolean} live
 */
function refresh(element, line, before, live) {
  element.classList.toggle('waiting', line.fate === 'waiting')
  element.classList.toggle('follows', before !== undefined && before.who === line.who)
  each(element, '.time', time => {
    time.hidden = before !== undefined && line.at - before.at < PAUSE
    time.textContent = time.hidden ? '' : clock(line.at)
  })
  each(element, '.choices .pill', pill => {
    pill.classList.toggle('live', live)
    pill.classList.toggle('chosen', pill.dataset.choice === line.chosen)
  })
  each(element, '.fate', fate => showFate(fate, line))
}

/** @param {HTMLElement} fate @param {Line} line */
function showFate(fate, line) {
  const trouble = troubles.get(line.key)
  const said = line.fate === 'waiting' ? (trouble ? words[trouble.why] : '') : line.fate ? words[line.fate] : ''
  const offer =
    line.fate === 'refused' ||
    line.fate === 'tooFast' ||
    (trouble !== undefined && Date.now() - trouble.since >= TROUBLE)
  if (fate.dataset.shown === said + offer) return
  fate.dataset.shown = said + offer
  fate.textContent = said
  fate.hidden = !said
  if (offer && said)
    fate.append(
      ' ',
      button('again', words.again, () => sendAgain(line.key)),
    )
}

/** This device's clock, with the day where it is not today. @param {number} at ms */
function clock(at) {
  const then = new Date(at)
  const time = `${then.getHours()}:${String(then.getMinutes()).padStart(2, '0')}`
  const days = Math.round((new Date().setHours(0, 0, 0, 0) - new Date(at).setHours(0, 0, 0, 0)) / 86400000)
  if (days === 0) return `${words.today} ${time}`
  if (days === 1) return `${words.yesterday} ${time}`
  const day = english ? `${then.getDate()}/${then.getMonth() + 1}` : `${then.getMonth() + 1}月${then.getDate()}日`
  return `${day} ${time}`
}

/** Makes the page show `kept`: the answer to a message stands right under it, what still waits stands last. */
function draw() {
  const lines = kept.lines
  const lastMine = lines.map(line => line.who).lastIndexOf('me')
  lines.forEach((line, index) => {
    const element = drawn.get(line.key) || build(line)
    drawn.set(line.key, element)
    if (log.children[index] !== element) log.insertBefore(element, log.children[index] || null)
    refresh(element, line, lines[index - 1], index > lastMine)
  })
  while (log.children.length > lines.length) forget(log.lastElementChild)
  welcome.hidden = lines.length > 0
}

/** @param {Element | null} element */
function forget(element) {
  drawn.forEach((other, key) => {
    if (other === element) drawn.delete(key)
  })
  if (element) element.remove()
}

/** Scrolls to the end, but never past the beginning of the line just come: a long answer is read from its top. @param {string} key */
function followTo(key) {
  const element = drawn.get(key)
  if (!element) return
  const top = element.getBoundingClientRect().top - scroller.getBoundingClientRect().top + scroller.scrollTop
  const end = scroller.scrollHeight - scroller.clientHeight
  atEnd = end <= top - 12
  scroller.scrollTop = Math.min(end, top - 12)
}

/** Whether the end is to stay in view: until the person scrolls up, whatever grows meanwhile. */
let atEnd = true
let lastTop = 0

function noteScroll() {
  const top = scroller.scrollTop
  if (scroller.scrollHeight - scroller.clientHeight - top < 40) atEnd = true
  else if (top < lastTop) atEnd = false
  lastTop = top
}

/** A picture has come and taken its room. */
function grown() {
  const last = kept.lines[kept.lines.length - 1]
  if (atEnd && last) followTo(last.key)
}

// ---- sending: in order, the same id until it is taken --------------------------------------------------------------

/** @type {Map<string, Photo>} by the line's key; in memory only */
const photos = new Map()
/** @type {Map<string, { since: number, tries: number, why: 'resending' | 'offline' }>} by the line's key */
const troubles = new Map()
/** In production the server's cookie says who this is, and the field is refused. */
const byCookie = document.querySelector('meta[name=account][content=cookie]') !== null

let busy = false
let wake = () => {}

/** Puts a message of ours at the end and sets off the sending. @param {string} say @param {Record<string, string>} send @param {Photo} [photo] */
function post(say, send, photo) {
  const key = randomId()
  if (photo) photos.set(key, photo)
  kept.lines.push({ key, who: 'me', at: Date.now(), say, fate: 'waiting', send, photo: photo && true })
  save()
  draw()
  followTo(key)
  pump()
}

/** A double tap is one answer. @param {string} key of the line asked @param {Choice} choice */
function choose(key, choice) {
  if (kept.lines.some(line => line.fate === 'waiting' && line.send && line.send.choice === choice.id)) return
  const asked = kept.lines.find(line => line.key === key)
  if (asked) asked.chosen = choice.id
  post(choice.label, { choice: choice.id })
}

/** What only waits is tried at once; what was refused is said anew, at the end. @param {string} key */
function sendAgain(key) {
  const line = kept.lines.find(other => other.key === key)
  textBox.focus()
  if (!line || line.fate === 'waiting') return wake()
  kept.lines = kept.lines.filter(other => other !== line)
  post(line.say, line.send || {}, photos.get(key))
}

async function pump() {
  if (busy) return
  busy = true
  for (let line = nextWaiting(); line; line = nextWaiting()) await deliver(line)
  busy = false
}

function nextWaiting() {
  return kept.lines.find(line => line.fate === 'waiting')
}

/** One attempt, and the pause after it when it failed. @param {Line} line */
async function deliver(line) {
  const dots = setTimeout(() => showTyping(true, line.key), 250)
  const outcome = await attempt(line)
  clearTimeout(dots)
  showTyping(false, line.key)
  if (outcome.replies) return settle(line.key, undefined, outcome.replies)
  if (outcome.fate) return settle(line.key, outcome.fate, [])
  const before = troubles.get(line.key)
  const trouble = before || { since: Date.now(), tries: 0, why: 'resending' }
  trouble.tries++
  trouble.why = navigator.onLine === false ? 'offline' : 'resending'
  troubles.set(line.key, trouble)
  draw()
  await pause(Math.min(15000, 500 * 2 ** trouble.tries))
}

/**
 * @param {Line} line
 * @returns {Promise<{ replies?: Reply[], fate?: Fate }>} the answer, or why never, or nothing: not yet
 */
async function attempt(line) {
  const photo = photos.get(line.key)
  if (line.photo && !photo) return { fate: 'lost' }
  const asked = photo ? { photo: Object.assign({}, photo, line.say ? { caption: line.say } : {}) } : line.send
  const body = Object.assign(byCookie ? {} : { account: kept.account }, { id: line.key }, asked)
  try {
    const response = await request('', photo ? PHOTO_PATIENCE : PATIENCE, JSON.stringify(body))
    if (response.status === 429) return { fate: 'tooFast' }
    if (response.status === 413) return { fate: 'tooBig' }
    if (response.status >= 400 && response.status < 500) return { fate: 'refused' }
    const answer = response.ok ? repliesIn(await response.json(), 'replies') : undefined
    return answer ? { replies: answer.replies } : {}
  } catch {
    return {}
  }
}

/** @param {string} query @param {number} patience ms @param {string} [body] a POST when given */
async function request(query, patience, body) {
  const stop = new AbortController()
  const timer = setTimeout(() => stop.abort(), patience)
  try {
    return await fetch(`/chat/api/messages${query}`, {
      method: body ? 'POST' : 'GET',
      headers: body ? { 'Content-Type': 'application/json' } : {},
      body,
      cache: 'no-store',
      credentials: 'same-origin',
      signal: stop.signal,
    })
  } finally {
    clearTimeout(timer)
  }
}

/** The messages of an answer and the highest `n` among them; undefined when it is no answer of ours (a hotel's log-in page). @param {unknown} answer @param {'replies' | 'messages'} field */
function repliesIn(answer, field) {
  const list = isRecord(answer) ? answer[field] : undefined
  if (!Array.isArray(list)) return undefined
  /** @type {(Reply & { n?: number })[]} */
  const replies = list.filter(reply => isRecord(reply) && typeof reply.say === 'string')
  return { replies, last: Math.max(0, ...replies.map(reply => reply.n || 0)) }
}

/** Notes what became of a message and puts the answers under it. Another tab may have done so already. @param {string} key @param {Fate | undefined} fate @param {Reply[]} replies */
function settle(key, fate, replies) {
  troubles.delete(key)
  const index = kept.lines.findIndex(line => line.key === key && line.fate === 'waiting')
  const line = kept.lines[index]
  if (!line) return draw()
  line.fate = fate
  if (!fate) {
    line.send = undefined
    photos.delete(key)
  }
  insert(index + 1, replies)
}

/** @param {number} index @param {Reply[]} replies */
function insert(index, replies) {
  const lines = replies.map(botLine)
  kept.lines.splice(index, 0, ...lines)
  save()
  draw()
  const first = lines[0]
  if (first) followTo(first.key)
}

/** @param {Reply} reply @returns {Line} */
function botLine({ say, choices, image, file }) {
  return { key: randomId(), who: 'bot', at: Date.now(), say, choices, image, file }
}

/** Sleeps until the time is over or something gives hope: the network is back, the person asks. @param {number} ms */
function pause(ms) {
  return new Promise(resolve => {
    const timer = setTimeout(() => wake(), ms)
    wake = () => {
      clearTimeout(timer)
      wake = () => {}
      resolve(undefined)
    }
  })
}

/** @param {boolean} shown @param {string} key the message being answered */
function showTyping(shown, key) {
  typing.hidden = !shown
  if (shown) followTo(key)
}

// ---- what is sent unasked ------------------------------------------------------------------------------------------

let polling = false

async function poll() {
  if (polling || document.visibilityState !== 'visible') return
  polling = true
  try {
    const who = byCookie ? '' : `account=${encodeURIComponent(kept.account)}&`
    const response = await request(`?${who}after=${kept.last}`, PATIENCE)
    const answer = response.ok ? repliesIn(await response.json(), 'messages') : undefined
    if (answer) hear(answer.replies, answer.last)
  } catch {
    // asked again in 20 s
  }
  polling = false
}

/** @param {(Reply & { n?: number })[]} messages @param {number} last */
function hear(messages, last) {
  const fresh = messages.filter(message => (message.n || 0) > kept.last)
  if (fresh.length === 0) return
  kept.last = last
  const waiting = kept.lines.findIndex(line => line.fate === 'waiting')
  insert(waiting < 0 ? kept.lines.length : waiting, fresh)
}

// ---- writing -------------------------------------------------------------------------------------------------------

/** @type {Photo | undefined} chosen, not yet sent */
let attached

/** The code of the slip whose picture led here, '' when none did. */
const invited = takeCode()

/** Takes the code out of the address too: it is a key, and addresses are shared, kept and synchronised. */
function takeCode() {
  const code = new URLSearchParams(location.search).get('start') || ''
  if (location.search) history.replaceState(null, '', location.pathname)
  return /^[A-Za-z0-9]{4,32}$/.test(code) ? code : ''
}

/** One tap is left to the person: opening a page says nothing in their name. */
function fillIn() {
  if (!invited) return
  textBox.value = invited
  notice.textContent = words.codeReady
  grow()
}

function submit() {
  const text = textBox.value.trim()
  if (!text && !attached) return
  /** @type {Record<string, string>} */
  const send = text === invited ? { start: text } : { text }
  post(text, attached ? {} : send, attached)
  textBox.value = ''
  grow()
  attach(undefined)
}

function grow() {
  textBox.style.height = 'auto'
  textBox.style.height = `${textBox.scrollHeight + 2}px`
}

/** Enter sends, except while an input method is still choosing a word (Safari says so by the code 229 only). @param {KeyboardEvent} event */
function onKey(event) {
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return
  event.preventDefault()
  submit()
}

/** @param {Photo | undefined} photo */
function attach(photo) {
  attached = photo
  notice.textContent = ''
  photoInput.value = ''
  byId('attached', HTMLDivElement).hidden = !photo
  byId('thumb', HTMLImageElement).src = photo ? `data:${photo.type};base64,${photo.data}` : 'data:,'
}

function readPhoto() {
  const [file] = Array.from(photoInput.files || [])
  if (!file) return
  attach(undefined)
  if (!PHOTO_TYPES.includes(file.type)) notice.textContent = words.photoKind
  else if (file.size > PHOTO_BYTES) notice.textContent = words.photoBig
  else {
    const reader = new FileReader()
    reader.addEventListener('load', () => {
      attach({ type: file.type, data: String(reader.result).split(',')[1] || '' })
      textBox.focus()
    })
    reader.readAsDataURL(file)
  }
}

// ---- menu and welcome ----------------------------------------------------------------------------------------------

const menu = byId('menu', HTMLDivElement)
const menuButton = byId('menu-button', HTMLButtonElement)

/** @param {boolean} open */
function showMenu(open) {
  const held = menu.contains(document.activeElement)
  menu.hidden = !open
  menuButton.setAttribute('aria-expanded', String(open))
  askSure(false)
  if (held && !open) menuButton.focus()
}

/** @param {boolean} asking */
function askSure(asking) {
  byId('clear', HTMLButtonElement).hidden = asking
  byId('sure', HTMLDivElement).hidden = !asking
}

function clearDevice() {
  kept.lines = []
  photos.clear()
  troubles.clear()
  attach(undefined)
  save()
  draw()
  showMenu(false)
  notice.textContent = words.cleared
}

/** @returns {{ label: string, start: string }[]} the demo's families, when the server offers them */
function starters() {
  const block = document.getElementById('starters')
  const list = block ? JSON.parse(block.textContent || '[]') : []
  return Array.isArray(list) ? list : []
}

function greet() {
  const offered = starters()
  const row = byId('starts', HTMLDivElement)
  byId('try', HTMLParagraphElement).textContent = offered.length > 0 ? words.tryFirst : words.haveCode
  for (const { label, start } of offered) row.append(button('pill live', label, () => post(label, { start })))
  if (offered.length === 0)
    row.append(button('pill live', words.menuWord, () => post(words.menuWord, { text: words.menuWord })))
}

// ---- start ---------------------------------------------------------------------------------------------------------

/** Keeps the composer above an on-screen keyboard that covers the page (iOS), and the last line above the composer. */
function keepInView() {
  const seen = window.visualViewport
  if (seen && seen.scale === 1) {
    document.documentElement.style.setProperty('--height', `${seen.height}px`)
    window.scrollTo(0, 0)
  }
  if (atEnd) scroller.scrollTop = scroller.scrollHeight
}

function listen() {
  composer.addEventListener('submit', event => {
    event.preventDefault()
    submit()
  })
  textBox.addEventListener('keydown', onKey)
  textBox.addEventListener('input', grow)
  byId('send', HTMLButtonElement).addEventListener('mousedown', event => event.preventDefault())
  byId('photo-button', HTMLButtonElement).addEventListener('click', () => photoInput.click())
  photoInput.addEventListener('change', readPhoto)
  byId('drop', HTMLButtonElement).addEventListener('click', () => {
    attach(undefined)
    textBox.focus()
  })
  listenMenu()
  listenWorld()
}

function listenMenu() {
  menuButton.addEventListener('click', () => showMenu(menu.hidden === true))
  byId('clear', HTMLButtonElement).addEventListener('click', () => {
    askSure(true)
    byId('clear-no', HTMLButtonElement).focus()
  })
  byId('clear-yes', HTMLButtonElement).addEventListener('click', clearDevice)
  byId('clear-no', HTMLButtonElement).addEventListener('click', () => showMenu(false))
  document.addEventListener('keydown', event => {
    if (event.key === 'Escape' && !menu.hidden) showMenu(false)
  })
  document.addEventListener('click', event => {
    const inside = event.target instanceof Node && (menu.contains(event.target) || menuButton.contains(event.target))
    if (!menu.hidden && !inside) showMenu(false)
  })
}

function listenWorld() {
  window.addEventListener('online', () => wake())
  window.addEventListener('storage', event => {
    if (event.key !== PLACE) return
    kept = load()
    draw()
  })
  document.addEventListener('visibilitychange', () => {
    poll()
    if (document.visibilityState === 'visible') wake()
  })
  scroller.addEventListener('scroll', noteScroll)
  window.addEventListener('resize', keepInView)
  if (window.visualViewport) window.visualViewport.addEventListener('resize', keepInView)
  setInterval(poll, POLL)
}

speak()
greet()
fillIn()
save()
draw()
scroller.scrollTop = scroller.scrollHeight
listen()
keepInView()
pump()
poll()
// What was kept is not read aloud again; only what comes from now on.
setTimeout(() => log.setAttribute('aria-live', 'polite'), 500)
