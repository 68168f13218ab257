import * as z from 'zod'

/** The channels' part of the environment: Telegram, Lark and WeCom, each all or none. */

/** An empty value is the same as none: shells and unit files write both. */
const blank = (value: unknown) => (value === '' ? undefined : value)
export const optional = <T extends z.ZodType>(type: T) => z.preprocess(blank, type.optional())
export const url = z.url({ protocol: /^https?$/, error: 'is a web address such as https://wanling.example.cn' })

export const channelShape = {
  TELEGRAM_BOT_TOKEN: optional(z.string().regex(/^\d+:[\w-]+$/, 'looks like 123456789:AA…, as BotFather gave it')),
  TELEGRAM_WEBHOOK_SECRET: optional(z.string().regex(/^[\w-]{1,256}$/, 'is 1 to 256 letters, digits, _ or -')),
  TELEGRAM_API_ROOT: optional(url),
  TELEGRAM_MODE: optional(z.enum(['webhook', 'polling'], { error: 'is webhook or polling' })),
  LARK_APP_ID: optional(z.string().regex(/^cli_\w+$/, 'looks like cli_a1b2c3, from 凭证与基础信息')),
  LARK_APP_SECRET: optional(z.string()),
  LARK_ENCRYPT_KEY: optional(z.string()),
  LARK_VERIFICATION_TOKEN: optional(z.string()),
  LARK_DOMAIN: optional(url),
  LARK_MODE: optional(z.enum(['webhook', 'socket'], { error: 'is webhook or socket' })),
  WECOM_CORP_ID: optional(z.string()),
  WECOM_AGENT_ID: optional(z.string().regex(/^\d+$/, 'is a number, from the page of the app')),
  WECOM_SECRET: optional(z.string()),
  WECOM_TOKEN: optional(z.string().regex(/^[A-Za-z0-9]{1,32}$/, 'is 1 to 32 letters and digits')),
  WECOM_ENCODING_AES_KEY: optional(z.string().regex(/^[A-Za-z0-9]{43}$/, 'is 43 letters and digits')),
  WECOM_KF_SECRET: optional(z.string()),
  WECOM_API_ROOT: optional(url),
}

type ChannelEnv = z.infer<z.ZodObject<typeof channelShape>>

export interface ChannelConfig {
  telegram:
    | { token: string; webhookSecret: string | undefined; apiRoot: string | undefined; mode: 'webhook' | 'polling' }
    | undefined
  lark:
    | {
        appId: string
        appSecret: string
        encryptKey: string | undefined
        verificationToken: string | undefined
        domain: string | undefined
        mode: 'webhook' | 'socket'
      }
    | undefined
  wecom:
    | {
        corpId: string
        agentId: number
        secret: string
        token: string
        encodingAesKey: string
        /** Adds 微信客服. */
        kfSecret: string | undefined
        apiRoot: string | undefined
      }
    | undefined
}

/** What a half-set channel lacks, by the variables' names. */
export const channelProblems = (env: ChannelEnv): string[] => [
  ...telegramProblems(env),
  ...(env.LARK_MODE === 'socket' && env.LARK_APP_ID && !SOCKET_APP.test(env.LARK_APP_ID)
    ? ['LARK_APP_ID is cli_ and 16 hexadecimal digits: the long connection takes no other']
    : []),
  ...missing(
    env,
    'Lark',
    env.LARK_MODE === 'socket'
      ? ['LARK_APP_ID', 'LARK_APP_SECRET']
      : ['LARK_APP_ID', 'LARK_APP_SECRET', 'LARK_ENCRYPT_KEY', 'LARK_VERIFICATION_TOKEN'],
    ['LARK_APP_ID', 'LARK_APP_SECRET', 'LARK_ENCRYPT_KEY', 'LARK_VERIFICATION_TOKEN', 'LARK_DOMAIN', 'LARK_MODE'],
  ),
  ...missing(env, 'WeCom', WECOM, [...WECOM, 'WECOM_KF_SECRET', 'WECOM_API_ROOT']),
]

/** What the SDK's long connection takes for an app's id; of any other it says nothing and does nothing. */
const SOCKET_APP = /^cli_[0-9a-f]{16}$/i

type Name = keyof typeof channelShape

const WECOM: Name[] = ['WECOM_CORP_ID', 'WECOM_AGENT_ID', 'WECOM_SECRET', 'WECOM_TOKEN', 'WECOM_ENCODING_AES_KEY']

/** The needed ones that are not set, once any of the channel's is. */
const missing = (env: ChannelEnv, channel: string, needed: Name[], all: Name[]): string[] => {
  if (!all.some(name => env[name])) return []
  return needed
    .filter(name => !env[name])
    .map(name => `${name} is missing: ${channel} is half set up; set it, or take the other variables out`)
}

const telegramProblems = (env: ChannelEnv): string[] => {
  const rest = [env.TELEGRAM_WEBHOOK_SECRET, env.TELEGRAM_API_ROOT, env.TELEGRAM_MODE].some(Boolean)
  if (!env.TELEGRAM_BOT_TOKEN) {
    return rest ? ['TELEGRAM_BOT_TOKEN is missing: other TELEGRAM_ variables are set, but the bot has no token'] : []
  }
  const webhook = env.TELEGRAM_MODE === 'webhook'
  return webhook && !env.TELEGRAM_WEBHOOK_SECRET
    ? [
        'TELEGRAM_WEBHOOK_SECRET is missing: the webhook must know Telegram from others; set it, or TELEGRAM_MODE=polling',
      ]
    : []
}

export const channelConfigOf = (env: ChannelEnv): ChannelConfig => ({
  telegram: telegramOf(env),
  lark: larkOf(env),
  wecom: wecomOf(env),
})

const root = (address: string | undefined): string | undefined => address?.replace(/\/+$/, '')

const telegramOf = (env: ChannelEnv): ChannelConfig['telegram'] => {
  if (!env.TELEGRAM_BOT_TOKEN) return undefined
  return {
    token: env.TELEGRAM_BOT_TOKEN,
    webhookSecret: env.TELEGRAM_WEBHOOK_SECRET,
    apiRoot: root(env.TELEGRAM_API_ROOT),
    mode: env.TELEGRAM_MODE ?? (env.TELEGRAM_WEBHOOK_SECRET ? 'webhook' : 'polling'),
  }
}

const larkOf = (env: ChannelEnv): ChannelConfig['lark'] => {
  if (!env.LARK_APP_ID || !env.LARK_APP_SECRET) return undefined
  return {
    appId: env.LARK_APP_ID,
    appSecret: env.LARK_APP_SECRET,
    encryptKey: env.LARK_ENCRYPT_KEY,
    verificationToken: env.LARK_VERIFICATION_TOKEN,
    domain: root(env.LARK_DOMAIN),
    mode: env.LARK_MODE ?? 'webhook',
  }
}

const wecomOf = (env: ChannelEnv): ChannelConfig['wecom'] => {
  const { WECOM_CORP_ID, WECOM_AGENT_ID, WECOM_SECRET, WECOM_TOKEN, WECOM_ENCODING_AES_KEY } = env
  if (!WECOM_CORP_ID || !WECOM_AGENT_ID || !WECOM_SECRET || !WECOM_TOKEN || !WECOM_ENCODING_AES_KEY) return undefined
  return {
    corpId: WECOM_CORP_ID,
    agentId: Number(WECOM_AGENT_ID),
    secret: WECOM_SECRET,
    token: WECOM_TOKEN,
    encodingAesKey: WECOM_ENCODING_AES_KEY,
    kfSecret: env.WECOM_KF_SECRET,
    apiRoot: root(env.WECOM_API_ROOT),
  }
}
