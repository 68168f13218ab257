import { html, raw } from 'hono/html'
import type { Lang } from '../chat/inbound.ts'
import { retentionLines, why } from '../policy/index.ts'

const zh = {
  title: '晚铃怎么用您的数据',
  lines: [
    '我们记三样:在家写学校作业多久、几点关灯、孩子的班级。只为给您看,也好提醒您规定。',
    '孩子的身份证号、学籍号、照片、住址、成绩、名次、健康情况,一样都不存,也没有地方存。',
    '填不填都随您。没有打卡、没有排名,老师看不到谁填了、谁没填。',
    '要不要算进年级的平均数,另外问您。满10个孩子才有数,不带名字。',
    '您用的聊天账号,查找用的是一串算出来的码,回话用的地址是加密存的。',
    '说过的话本身不存,只存听懂的数字。',
    '两位家长各填各的,后说的算;彼此只看到“另一位家长”。',
    '不同意、收回同意、停止提醒,都在“我的”里,点一下就行。',
    '由部署这个服务的单位负责,名字在同意时写明。',
    '您的一份,说“导出”就有。要删,说“删除”:马上锁起来,14天里能反悔,到时候删干净。',
  ],
  keeping: '存多久',
  ours: '期限是我们自己定的,能短就短;每条下面写着凭哪条法。',
  why: '凭什么:',
}
const en: typeof zh = {
  title: 'How Wanling uses your data',
  lines: [
    'We keep three things: how long school homework took at home, when the light went out, and your child’s class, to show you and to tell you the rules.',
    'ID numbers, student numbers, photos, addresses, scores, ranks and health are never stored: there is no place for them.',
    'Answering is up to you. There are no streaks and no ranks, and teachers can’t see who answered and who didn’t.',
    'Whether your child counts in the grade’s average is asked separately. There is a figure only from ten children on, without names.',
    'Your chat account is looked up by a keyed hash, and the address for replies is stored encrypted.',
    'Your words themselves are not kept, only the numbers understood from them.',
    'Both parents may answer, and the later answer counts; each sees only “the other parent”.',
    'Refusing, taking consent back and stopping reminders are one tap away under “My page”.',
    'The body that runs this service is responsible; it is named where you agree.',
    'For a copy of what is yours, say “export”. To delete it, say “delete”: it is locked at once, yours to take back for 14 days, then gone for good.',
  ],
  keeping: 'How long it is kept',
  ours: 'The periods are our own, as short as we can make them; under each stands the law it goes by.',
  why: 'On what ground: ',
}
const words: Record<Lang, typeof zh> = { zh, en }

const STYLE = `:root{color-scheme:light dark}body{font:17px/1.7 system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;margin:0}
main{max-width:42rem;margin:0 auto;padding:2rem 1.25rem 4rem}h1{font-size:1.5rem;line-height:1.3}h2{font-size:1.2rem;margin-top:2.5rem}
dl{margin:0}dt{font-weight:600;margin-top:1.1rem}dd{margin:.1rem 0 0}small{display:block;opacity:.75;font-size:.85rem}`

/** One line of the retention table: what, how long, on what ground. */
const keptLine = (lang: Lang, { what, keep, rule }: ReturnType<typeof retentionLines>[number]) => {
  const reason = why(rule, 'national', lang)
  const ground = reason ? [reason.document, reason.place].filter(Boolean).join(lang === 'zh' ? '' : ', ') : ''
  return html`<dt>${what}</dt><dd>${keep}<small>${words[lang].why}${ground}</small></dd>`
}

/** The whole text behind C1, with the table by which data goes. */
export const privacyPage = (lang: Lang) => html`<!doctype html>
<html lang="${lang === 'zh' ? 'zh-CN' : 'en'}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><title>${words[lang].title}</title><style>${raw(STYLE)}</style></head>
<body><main><h1>${words[lang].title}</h1>${words[lang].lines.map(line => html`<p>${line}</p>`)}<h2 id="keeping">${words[lang].keeping}</h2><p>${words[lang].ours}</p><dl>${retentionLines(lang).map(line => keptLine(lang, line))}</dl></main></body></html>`
