import type { Language } from '../language.ts'

const zh = {
  silent: (host: string) => `${host} 5 秒内没有应答:看看网络和这台机器的出口`,
  larkFine: '凭证是对的',
  larkRefused: (code: number) =>
    `飞书不认这对凭证(${code}):到 开发者后台 → 凭证与基础信息 对一遍 LARK_APP_ID 和 LARK_APP_SECRET`,
  larkSocket: '长连接方式:不用公网地址;后台的 订阅方式 要选 使用长连接接收事件 和 使用长连接接收回调',
  larkCard: (url: string) => `事件配置 和 回调配置 两处的请求地址都要填 ${url};点卡片报 200340,就是回调那处没填`,
  wecomFine: '密钥是对的',
  wecomRefused: (code: number) => `企业微信不认这个密钥(${code}):到 应用管理 → 应用 → Secret 对一遍`,
  wecomIp:
    '60020:这台机器的出口地址没有登记。到 应用管理 → 应用 → 企业可信IP 填上出口的公网地址(填好约一分钟生效);要先设好可信域名或接收消息的地址。没有固定地址,就用 WECOM_API_ROOT 走一台有固定地址的中转',
  kfRefused: (code: number) => `企业微信不认微信客服的密钥(${code}):到 微信客服 → API 对一遍 WECOM_KF_SECRET`,
  kfFine: '微信客服的密钥是对的',
  callback: (url: string) => `接收消息的地址填 ${url}`,
  noUrl: '要有 PUBLIC_URL,而且是 https 的,平台才找得到这里;校内没有公网地址,看 docs/deploy/behind-campus.md',
  outsideFine: (url: string) => `${url} 从外面能到这里,而且不认生人`,
  outsideOther: (url: string, status: number) => `${url} 答的是 ${status},不是晚铃:看看隧道和 nginx 指到了哪里`,
  outsideSilent: (url: string) => `${url} 到不了:看看域名、证书、防火墙和隧道`,
}

const en: typeof zh = {
  silent: host => `${host} did not answer within 5 s: see to the network and the way out of this machine`,
  larkFine: 'the credentials are right',
  larkRefused: code =>
    `Lark does not know these credentials (${code}): compare LARK_APP_ID and LARK_APP_SECRET with Developer Console → Credentials`,
  larkSocket:
    'long connection: no public address is needed; in the console both events and callbacks must be set to be received through persistent connection',
  larkCard: url =>
    `put ${url} into both Event configuration and Callback configuration; error 200340 on a card means the second is missing`,
  wecomFine: 'the secret is right',
  wecomRefused: code => `WeCom does not know this secret (${code}): compare it with Apps → the app → Secret`,
  wecomIp:
    '60020: the address this machine goes out by is not listed. Put it into Apps → the app → trusted IPs (about a minute until it counts); a trusted domain or a verified callback has to be there first. Without a fixed address, let WECOM_API_ROOT point at a relay that has one',
  kfRefused: code =>
    `WeCom does not know the secret of 微信客服 (${code}): compare WECOM_KF_SECRET with 微信客服 → API`,
  kfFine: 'the secret of 微信客服 is right',
  callback: url => `the address for receiving messages is ${url}`,
  noUrl:
    'PUBLIC_URL is needed, with https, for the platform to find us; without a public address see docs/deploy/behind-campus.md',
  outsideFine: url => `${url} reaches us from outside, and takes no stranger’s word`,
  outsideOther: (url, status) => `${url} answers ${status}, which is not us: see where the tunnel and nginx point`,
  outsideSilent: url => `${url} cannot be reached: see to name, certificate, firewall and tunnel`,
}

/** What the doctor says of Lark and WeCom. */
export const channelWords: Record<Language, typeof zh> = { zh, en }
