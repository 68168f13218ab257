import type { ReminderChange } from '../roster/reminder/change.ts'
import { hourAt } from './rules.ts'
import type { NightStep, Scene } from './scene.ts'
import { nightlyWords } from './words.ts'

/** Whether a message of this scene is of the morning after: until noon the evening card asks about last night. */
export const isMorningAfter = ({ moment, zone }: Scene): boolean => {
  const hour = hourAt(moment.sentAt, zone)
  return hour >= 5 && hour < 12
}

/** 今晚不填: nothing is stored of the night, and no reminder asks about it any more. */
export const letPass = (scene: Scene, night: string): NightStep => {
  const words = nightlyWords[scene.who.lang]
  const change: ReminderChange = {
    feature: 'reminder',
    type: 'NightLetPass',
    subject: scene.who.guardianId ?? '',
    night,
    derived: true,
  }
  const say = isMorningAfter(scene) ? words.skippedLast : words.skipped
  return { state: null, replies: [{ say }], changes: [change] }
}
