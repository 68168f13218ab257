import * as z from 'zod'

const mark = z.object({
  /** Where it lies, in the panel's unit. */
  at: z.number(),
  label: z.string(),
})

const panel = z.object({
  title: z.string(),
  /** One value for each day; null where nothing was said. Minutes, or minutes after 18:00. */
  values: z.array(z.number().nullable()),
  /** What the rule says; null where none holds. */
  line: mark.nullable(),
  /** The scale from bottom to top, evenly spaced, two at least. */
  scale: z.array(mark).min(2),
})

/**
 * A picture as what it shows: numbers and words, never pixels. Dialogs stay pure, nothing is kept on disk but this, and
 * each channel brings it to people in its own way. Its text twin is the reply's `say`.
 */
export const pictureShape = z.object({
  kind: z.literal('nights'),
  lang: z.enum(['zh', 'en']),
  title: z.string(),
  subtitle: z.string(),
  /** What the grey ground means. */
  note: z.string(),
  days: z.array(
    z.object({
      label: z.string(),
      weekday: z.string(),
      /** A rule speaks of homework, or of bedtime, on this night. */
      homework: z.boolean(),
      bed: z.boolean(),
    }),
  ),
  minutes: panel,
  /** `ahead`: the light-out was told ahead of the clock. */
  beds: panel.extend({ ahead: z.array(z.boolean()) }),
})

export type Picture = z.infer<typeof pictureShape>

/** How pictures come to be seen. */
export interface Pictures {
  /** The address of the picture in one outgoing message, unguessable; it dies with the message or after 24 hours. */
  link(messageId: string, at: number): string
  /** The same with this deployment's own origin, for chats elsewhere; undefined where that is not known. */
  linkFromElsewhere(messageId: string, at: number): string | undefined
  /** The picture as PNG; undefined where none can be drawn. */
  png(picture: Picture): Promise<Uint8Array | undefined>
}
