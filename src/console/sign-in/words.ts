import type { Lang } from '../../chat/inbound.ts'

const zh = {
  signIn: {
    title: '登录',
    lead: '给学校和教育局的工作台。家长不用登录,在聊天里说就行。',
    email: '邮箱',
    password: '密码',
    submit: '登录',
    wrong: '邮箱或者密码不对。',
    tooMany: '试得太多了。过十五分钟再来;急的话,请给您开账号的人重发一个密码。',
    forgot: '忘了密码,请给您开账号的人重发一个。',
  },
  code: {
    title: '还要一个动态码',
    lead: '打开手机上的验证器,填现在的六位数。手机不在身边,就填一个打印出来的备用码。',
    code: '动态码或者备用码',
    submit: '登录',
    wrong: '这个码不对,或者刚刚用过。验证器的码半分钟换一次,等下一个再试。',
    tooMany: '错得太多了。从密码重新开始;还是不行,过一小时再来。',
    again: '从头登录',
  },
}

const en: typeof zh = {
  signIn: {
    title: 'Sign in',
    lead: 'The console for schools and bureaus. Parents need no sign-in: the chat is theirs.',
    email: 'E-mail',
    password: 'Password',
    submit: 'Sign in',
    wrong: 'The e-mail or the password is not right.',
    tooMany: 'Too many tries. Come back in fifteen minutes, or ask whoever opened your account for a new password.',
    forgot: 'Forgotten your password? Ask whoever opened your account for a new one.',
  },
  code: {
    title: 'One more code',
    lead: 'Open the authenticator on your phone and enter its six digits. Without the phone, enter one of your printed codes.',
    code: 'Six digits, or a printed code',
    submit: 'Sign in',
    wrong:
      'That code is not right, or it was just used. The authenticator changes it every half minute; try the next one.',
    tooMany: 'Too many wrong codes. Start again with your password; if that fails too, come back in an hour.',
    again: 'Start again',
  },
}

export const signInWords: Record<Lang, typeof zh> = { zh, en }
