import * as z from 'zod'
import { type Dialog, defineDialog, type Facts, type Moment, type Who } from '../chat/dialog.ts'
import { consentChanges } from './consent.ts'
import type { Family } from './family.ts'
import { rosterWords } from './words.ts'

/** 停止提醒: one word takes C5 back for every child. */
export const stopDialog = (family: (who: Who, moment: Moment) => Facts<Family>): Dialog =>
  defineDialog<{ at: 'never' }, Family>({
    name: 'stop',
    state: z.object({ at: z.literal('never') }),
    commands: ['stop'],
    facts: (who, _event, moment) => family(who, moment),
    step: (_state, { children }, _event, who, moment) => ({
      state: null,
      replies: [{ say: rosterWords[who.lang].stopped }],
      changes: consentChanges(
        'ConsentRefused',
        'C5',
        who.guardianId ? children.filter(child => child.role === 'guardian').map(child => child.id) : [],
        who.guardianId ?? '',
        moment,
      ),
    }),
  })
