import * as z from 'zod'
import { type Dialog, defineDialog, type Facts, type Moment, type Who } from '../chat/dialog.ts'
import type { FileDescription } from '../files/link.ts'
import { LINK_LIFE_MS } from '../files/link.ts'
import type { Family } from '../roster/family.ts'
import { exportName } from './name.ts'
import { exportWords } from './words.ts'

/** 导出: two files behind links, one for people and one for computers; each is made when it is opened. */
export const exportDialog = (
  family: (who: Who, moment: Moment) => Facts<Family>,
  link: (description: FileDescription) => string,
): Dialog =>
  defineDialog<{ at: 'never' }, Family>({
    name: 'export',
    state: z.object({ at: z.literal('never') }),
    commands: ['export'],
    facts: (who, _event, moment) => family(who, moment),
    step: (_state, { children }, _event, { guardianId, lang }, { now }) => {
      const words = exportWords[lang]
      if (!guardianId || children.length === 0) return { state: null, replies: [{ say: words.notBound }], changes: [] }
      const until = now + LINK_LIFE_MS
      const file = (format: 'text' | 'json') => ({
        name: exportName(now, format, lang),
        url: link({ file: 'export', format, guardianId, lang, until }),
      })
      return {
        state: null,
        replies: [
          { say: words.ready, file: file('text') },
          { say: words.json, file: file('json') },
        ],
        changes: [{ feature: 'erasure', type: 'CopyAsked', subject: guardianId }],
      }
    },
  })
