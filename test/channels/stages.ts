import type { ChannelName } from '../../src/chat/inbound.ts'
import { kfStage } from './kf-stage.ts'
import { larkStage } from './lark-stage.ts'
import type { Stage } from './stage.ts'
import { telegramStage } from './telegram-stage.ts'
import { webchatStage } from './webchat-stage.ts'
import { wecomStage } from './wecom-stage.ts'

/** Every channel, each opened afresh. */
export const STAGES: { name: ChannelName; open: () => Promise<Stage> }[] = [
  { name: 'webchat', open: webchatStage },
  { name: 'telegram', open: telegramStage },
  { name: 'lark', open: larkStage },
  { name: 'wecom', open: wecomStage },
  { name: 'wecom_kf', open: kfStage },
]
