import type { Lang } from '../chat/inbound.ts'
import type { Role } from './roles.ts'

/** What is wrong with a field, as the forms' shapes name it. */
export type Fault = 'needed' | 'long' | 'email' | 'date' | 'choice' | 'wrong'

const zh = {
  product: '晚铃',
  console: '工作台',
  skip: '跳到正文',
  menu: '菜单',
  home: '首页',
  other: 'English',
  otherLang: 'en',
  signOut: '退出',
  mine: '我的登录',
  greeting: (name: string) => `${name},您好`,
  deskFor: '您在这里负责:',
  noRoles: '您的账号还没有安排工作。请联系给您开账号的人。',
  noMenu: '您现在的工作都在聊天里,这里没有要看的。',
  back: '回首页',
  backToForm: '回到刚才那一页',
  signInAgain: '重新登录',
  role: {
    class_teacher: '班主任',
    grade_leader: '年级组长',
    school_office: '教务处',
    provider: '课后服务老师',
    county_desk: '县局经办',
    county_lead: '县局负责人',
    duty: '值班',
    reader: '上级查阅',
    auditor: '审计',
    operator: '运维',
  } satisfies Record<Role, string>,
  notFound: { title: '没有这一页', text: '地址不对,或者不归您看。' },
  ended: {
    title: '登录已经过期',
    text: '离开得久了,登录自动结束。刚才填的没有保存,什么都没有改。登录以后再填一次就好。',
  },
  forged: {
    title: '这个表单不能用了',
    text: '它不是从这里打开的,或者是登录以前打开的。什么都没有改。回到那一页重新填就好。',
  },
  roleChanged: {
    title: '您的工作安排变了',
    text: '打开这一页以后,您在这里的权限有了变化。刚才的操作没有做,什么都没有改。',
  },
  tooLarge: {
    title: '太大了',
    text: (most: string) => `最多收${most}。什么都没有改。`,
  },
  busy: { title: '现在忙不过来', text: '刚才的操作没有做。过一会儿再试一次。' },
  broken: { title: '这里出了错', text: '刚才的操作没有做完。请告诉负责运维的人。' },
  form: {
    refused: '还差一点,没有保存:',
    stale: '您打开这一页以后,别人改过这里。现在显示的是最新的;您填的还在,看一看再保存。',
    faults: {
      needed: '这里要填',
      long: '太长了',
      email: '要一个邮箱地址',
      date: '要一个日期,像2026-12-01',
      choice: '从列出的里面选一个',
      wrong: '这里不对',
    } satisfies Record<Fault, string>,
  },
}

const en: typeof zh = {
  product: 'Wanling',
  console: 'Console',
  skip: 'Skip to the content',
  menu: 'Menu',
  home: 'Home',
  other: '中文',
  otherLang: 'zh',
  signOut: 'Sign out',
  mine: 'My sign-in',
  greeting: name => `Hello, ${name}`,
  deskFor: 'Here you look after:',
  noRoles: 'Nothing has been assigned to your account yet. Please ask whoever opened it for you.',
  noMenu: 'Your work is in the chat; there is nothing to look at here.',
  back: 'Home',
  backToForm: 'Back to that page',
  signInAgain: 'Sign in again',
  role: {
    class_teacher: 'Class teacher',
    grade_leader: 'Grade leader',
    school_office: 'School office',
    provider: 'After-school provider',
    county_desk: 'County desk',
    county_lead: 'County lead',
    duty: 'Duty',
    reader: 'Reader',
    auditor: 'Auditor',
    operator: 'Operator',
  },
  notFound: { title: 'No such page', text: 'The address is wrong, or the page is not yours to see.' },
  ended: {
    title: 'Your session has ended',
    text: 'You were away for a while, so you have been signed out. Nothing was saved and nothing has changed. Sign in and fill it in once more.',
  },
  forged: {
    title: 'This form can’t be used',
    text: 'It was not opened here, or it was opened before you signed in. Nothing has changed. Go back to the page and fill it in again.',
  },
  roleChanged: {
    title: 'Your duties have changed',
    text: 'Since you opened this page, what you may do here has changed. Nothing was done and nothing has changed.',
  },
  tooLarge: { title: 'Too large', text: most => `At most ${most}. Nothing has changed.` },
  busy: { title: 'Too busy right now', text: 'Nothing was done. Try again in a moment.' },
  broken: { title: 'Something went wrong here', text: 'It was not finished. Please tell your operator.' },
  form: {
    refused: 'Not saved yet:',
    stale:
      'Somebody else has changed this since you opened it. You now see it as it stands; what you typed is still here, so look it over and save again.',
    faults: {
      needed: 'This is needed',
      long: 'This is too long',
      email: 'This should be an e-mail address',
      date: 'This should be a date such as 2026-12-01',
      choice: 'Choose one from the list',
      wrong: 'This is not right',
    },
  },
}

/** The sentences of the shell: what every page may have to say. */
export const consoleWords: Record<Lang, typeof zh> = { zh, en }
