import type { Lang } from '../chat/inbound.ts'
import { className } from './class-name.ts'

/** How a family comes from its slip to the chat: by a web link, by Telegram's start link, or by the code alone. */
export type SlipWay = 'web' | 'telegram' | 'code'

const zh = {
  title: '晚铃邀请条',
  name: '晚铃',
  place: (grade: number, classNo: number) => className(grade, classNo, 'zh'),
  called: (label: string, mark: string) => `${label}（${mark}）`,
  to: (label: string) => `${label}的家长`,
  what: '每晚一句话：作业多久，几点关灯。',
  how: {
    web: '手机扫一扫，点发送就行。',
    telegram: '手机扫一扫，点开始就行。',
    code: '在学校介绍的聊天里，把这个码发过去。',
  } satisfies Record<SlipWay, string>,
  orType: (address: string) => `也可以把码发到 ${address}`,
  codeLabel: '邀请码',
  once: '一个码加一位家长，别的家人由您再邀请。有了新条子，旧的就作废。',
  voluntary: '自愿',
  voluntaryWhy: '加不加、填不填都没关系，老师看不到谁加了、谁没加。',
  help: {
    lead: '孩子有危险打 ',
    police: '110',
    hurt: '，受伤、生病打 ',
    ambulance: '120',
    low: '，心里难受打 ',
    talk: '12356',
    end: '。',
  },
  sheet: (slips: number, pages: number) =>
    `一共${slips}张条子,${pages}页,每页8张。用A4纸、100%大小打印,沿虚线剪开,按名字发给家长。`,
  secret:
    '条子上的码和钥匙一样:别发到群里,别拍照,印完把这个文件删掉。丢了就给这个孩子重出一张,不用问原来那张用过没有。',
}

type Words = typeof zh

const en: Words = {
  title: 'Wanling invitation slips',
  name: 'Wanling',
  place: (grade, classNo) => className(grade, classNo, 'en'),
  called: (label, mark) => `${label} (${mark})`,
  to: label => `For ${label}’s parents`,
  what: 'One line an evening: homework and lights-out.',
  how: {
    web: 'Scan with your phone, then tap send.',
    telegram: 'Scan with your phone, then tap start.',
    code: 'Send this code in the chat the school told you about.',
  },
  orType: address => `Or send the code at ${address}`,
  codeLabel: 'Code',
  once: 'One code adds one parent, who can invite the family. A newer slip ends this one.',
  voluntary: 'Voluntary',
  voluntaryWhy: 'Join or not, answer or not: teachers can’t see who did and who didn’t.',
  help: {
    lead: 'A child in danger: ',
    police: '110',
    hurt: '; hurt or ill: ',
    ambulance: '120',
    low: '; to talk: ',
    talk: '12356',
    end: '',
  },
  sheet: (slips, pages) =>
    `${slips} ${slips === 1 ? 'slip' : 'slips'} on ${pages} ${pages === 1 ? 'page' : 'pages'}, eight to a page. Print on A4 at 100%, cut along the dashes, and hand them out by name.`,
  secret:
    'The codes are like keys: don’t post or photograph them, and delete this file once it is printed. For a lost slip make that child a new one; nobody needs to ask whether the old one was used.',
}

/** Every sentence on and above the slips. */
export const slipWords: Record<Lang, Words> = { zh, en }
