/** What the API answers: always HTTP 200, with a code and a text. */
export type Answer = { errcode: number; errmsg: string } & Record<string, unknown>

export const done = (more: Record<string, unknown> = {}): Answer => ({ errcode: 0, errmsg: 'ok', ...more })
export const refuse = (errcode: number, errmsg: string): Answer => ({ errcode, errmsg })

export const isRefusal = (answer: unknown): answer is Answer =>
  typeof answer === 'object' && answer !== null && 'errcode' in answer && answer.errcode !== 0

/** Refusals in the platform's words. */
export const REFUSALS = {
  noToken: refuse(41001, 'access_token missing'),
  badToken: refuse(40014, 'invalid access_token'),
  oldToken: refuse(42001, 'access_token expired'),
  badSecret: refuse(40001, 'invalid credential'),
  badCorp: refuse(40013, 'invalid corpid'),
  busy: refuse(-1, 'system busy'),
  tooFast: refuse(45009, 'api freq out of limit'),
  parallel: refuse(45033, 'api concurrent out of limit'),
  badIp: refuse(60020, 'not allow to access from your ip'),
  noApp: refuse(50003, 'app disabled'),
  otherAgent: refuse(301002, 'not allow operate another agent with this accesstoken'),
  nobody: refuse(81013, 'user & party & tag all invalid'),
  empty: refuse(44004, 'empty content'),
  badParam: refuse(40058, 'invalid request parameter'),
  noCallback: refuse(43012, 'callback url of template card not configured'),
  badResponseCode: refuse(42045, 'response_code invalid or used'),
  kfLimit: refuse(95001, 'send msg count limit'),
  kfSession: refuse(95018, 'send msg session status invalid'),
  robotGone: refuse(93000, 'invalid webhook url, hint: the robot was removed'),
} satisfies Record<string, Answer>
