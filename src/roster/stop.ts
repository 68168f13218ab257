import * as z from 'zod'
import { type Dialog, defineDialog, type Facts, type Moment, type Who } from '../chat/dialog.ts'
import { consentChanges } from './consent.ts'
import type { Family, FamilyChild } from './family.ts'
import { rosterWords } from './words.ts'

const mayTakeBack = ({ role, consents }: FamilyChild): boolean => role === 'guardian' && consents.C5 !== 'refused'

/**
 * 停止提醒: one word takes this person's yes to C5 back for every child. It ends their own reminders and nobody else's:
 * a no, which holds everybody's up, is said to the question itself.
 */
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
        'ConsentTakenBack',
        'C5',
        who.guardianId ? children.filter(mayTakeBack).map(child => child.id) : [],
        who.guardianId ?? '',
        moment,
      ),
    }),
  })
