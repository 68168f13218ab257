/** A variable of the environment: what it looks like, in both languages, and whether its value may be shown. */
export interface Variable {
  name: string
  zh: string
  en: string
  /** Never shown, not even in part. */
  secret?: boolean
  /** What counts when it is not set. */
  standard?: string
}

/** Variables that belong together. `optional` groups are one line while none of them is set: the channel is off. */
export interface Group {
  name: string
  optional: boolean
  variables: Variable[]
}

const plain = (name: string, zh: string, en: string, standard?: string): Variable => ({ name, zh, en, standard })
const secret = (name: string, zh: string, en: string): Variable => ({ name, zh, en, secret: true })

/** Every variable that Wanling knows, in the order of the report. */
export const GROUPS: Group[] = [
  {
    name: 'Wanling',
    optional: false,
    variables: [
      plain('NODE_ENV', 'production 表示正式运行', 'production when families are served', '-'),
      plain('HOST', '监听的地址', 'the address to listen on', '127.0.0.1'),
      plain('PORT', '0 到 65535 的数', 'a number, 0 to 65535', '8787'),
      plain(
        'PUBLIC_URL',
        '家长打开的网址,如 https://wanling.example.cn',
        'the address families open, such as https://wanling.example.cn',
        '-',
      ),
      plain(
        'DATABASE_URL',
        'file:路径、libsql://主机 或 http://主机:端口',
        'file:PATH, libsql://HOST or http://HOST:PORT',
        'file:data/wanling.db',
      ),
      secret('DATABASE_AUTH_TOKEN', '远程数据库的令牌', 'the token of a remote database'),
      secret('SECRET_KEY', '32 字节的 base64:openssl rand -base64 32', '32 bytes as base64: openssl rand -base64 32'),
      secret('SECRET_KEY_PREVIOUS', '换密钥时的旧密钥', 'the old key while rotating'),
      plain('BACKUP_DIR', '放每晚备份的文件夹', 'the folder of the nightly backups', 'backups'),
      plain('WEBCHAT', 'on 或 off', 'on or off', '-'),
      plain('WANLING_DEMO', 'on 或 off', 'on or off', 'auto'),
      plain(
        'WANLING_NOW',
        '试用时的时刻,如 2026-11-23T20:30:00+08:00',
        'a moment for trying out, such as 2026-11-23T20:30:00+08:00',
        '-',
      ),
      plain(
        'LOG_LEVEL',
        'fatal、error、warn、info、debug 或 silent',
        'fatal, error, warn, info, debug or silent',
        'info',
      ),
    ],
  },
  {
    name: 'Telegram',
    optional: true,
    variables: [
      secret(
        'TELEGRAM_BOT_TOKEN',
        'BotFather 给的令牌,形如 123456789:AA…',
        'as BotFather gave it, such as 123456789:AA…',
      ),
      secret('TELEGRAM_WEBHOOK_SECRET', '1 到 256 个字母、数字、_ 或 -', '1 to 256 letters, digits, _ or -'),
      plain('TELEGRAM_MODE', 'webhook 或 polling', 'webhook or polling', '-'),
      plain('TELEGRAM_API_ROOT', '网址', 'a web address', 'https://api.telegram.org'),
    ],
  },
  {
    name: '飞书 Lark',
    optional: true,
    variables: [
      plain('LARK_APP_ID', '应用凭证里的 App ID', 'the App ID of the app’s credentials'),
      secret('LARK_APP_SECRET', '应用凭证里的 App Secret', 'the App Secret of the app’s credentials'),
      secret('LARK_ENCRYPT_KEY', '事件订阅里的 Encrypt Key', 'the Encrypt Key of the event subscription'),
      secret(
        'LARK_VERIFICATION_TOKEN',
        '事件订阅里的 Verification Token',
        'the Verification Token of the event subscription',
      ),
      plain('LARK_MODE', 'webhook 或 socket', 'webhook or socket', 'webhook'),
      plain('LARK_DOMAIN', '网址', 'a web address', '-'),
    ],
  },
  {
    name: '企业微信 WeCom',
    optional: true,
    variables: [
      plain('WECOM_CORP_ID', '企业 ID', 'the corp id'),
      plain('WECOM_AGENT_ID', '应用的 AgentId', 'the app’s AgentId'),
      secret('WECOM_SECRET', '应用的 Secret', 'the app’s Secret'),
      secret('WECOM_TOKEN', '接收消息的 Token', 'the Token for receiving messages'),
      secret(
        'WECOM_ENCODING_AES_KEY',
        '接收消息的 EncodingAESKey,43 位',
        'the EncodingAESKey for receiving messages, 43 characters',
      ),
      secret('WECOM_KF_SECRET', '微信客服的 Secret', 'the Secret of 微信客服'),
      plain('WECOM_API_ROOT', '网址', 'a web address', '-'),
    ],
  },
  {
    name: 'SMTP',
    optional: true,
    variables: [
      secret('SMTP_URL', 'smtps://用户:密码@主机', 'smtps://USER:PASSWORD@HOST'),
      plain('MAIL_FROM', '寄信人的地址', 'the sender’s address'),
    ],
  },
]
