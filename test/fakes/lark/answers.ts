/** What the open platform answers: an HTTP status and a body with a code. */
export interface Answer {
  status: number
  body: Record<string, unknown>
  headers?: Record<string, string>
}

export const done = (data: Record<string, unknown> = {}): Answer => ({
  status: 200,
  body: { code: 0, msg: 'success', data },
})

export const refuse = (code: number, msg: string, status = 400): Answer => ({ status, body: { code, msg } })

/** The refusals that the fake knows, in the platform's words. */
export const REFUSALS = {
  noToken: refuse(
    99991661,
    'Missing access token for authorization. Please make a test attempt with the correct token.',
  ),
  badToken: refuse(
    99991663,
    'Invalid access token for authorization. Please make a test attempt with the correct token.',
  ),
  badReceiver: refuse(230034, 'The receive_id is invalid.'),
  badParam: refuse(230001, 'Your request contains an invalid request parameter.'),
  tooLong: refuse(230025, 'The length of the message content reaches its limit.'),
  unavailable: refuse(230013, 'Bot has NO availability to this user.'),
  stopped: refuse(230053, 'The user has stopped the bot from sending messages.'),
  resigned: refuse(230029, 'The user has resigned.'),
  tooFast: refuse(230020, 'This operation triggers the frequency limit.'),
  noMessage: refuse(230011, 'The message was withdrawn.'),
  tooOld: refuse(230031, 'The time limit for updating the card is exceeded.'),
} satisfies Record<string, Answer>

/** A card that cannot be built, with the platform's inner code. */
export const badCard = (inner: number, why: string): Answer =>
  refuse(230099, `Failed to create card content, ext=ErrCode: ${inner}; ErrMsg: ${why}; `)
