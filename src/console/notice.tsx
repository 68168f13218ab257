/** What was done, said once above the page: `?done=word` of an address after a redirect. */
export const Done = ({ text }: { text: string | undefined }) =>
  text ? (
    <div class="notice is-good" role="status">
      <p>{text}</p>
    </div>
  ) : null

/** What was not done, and why. */
export const Undone = ({ text }: { text: string | undefined }) =>
  text ? (
    <div class="notice is-wrong" role="alert">
      <p>{text}</p>
    </div>
  ) : null
