/** What came back for one message: its status and body, or undefined when the connection broke first. */
export type Answer = { status: number; text: string } | undefined

/** Sends one message of the web chat under its own id. */
export const post = async (url: string, account: string, id: string): Promise<Answer> => {
  try {
    const response = await fetch(`${url}/chat/api/messages`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ account, id, text: '帮助' }),
    })
    return { status: response.status, text: await response.text() }
  } catch {
    return undefined
  }
}
