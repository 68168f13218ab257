/** A frame of the long connection: protobuf message `pbbp2.Frame`, as much of it as is used. */
export interface Frame {
  /** 0 control, 1 data. */
  method: number
  service: number
  headers: [key: string, value: string][]
  payload: string
}

const varint = (value: number): number[] => (value < 128 ? [value] : [(value & 127) | 128, ...varint(value >>> 7)])

const field = (number: number, bytes: Uint8Array): Buffer =>
  Buffer.concat([Buffer.from([...varint((number << 3) | 2), ...varint(bytes.length)]), bytes])

const number = (at: number, value: number): Buffer => Buffer.from([...varint(at << 3), ...varint(value)])

export const writeFrame = ({ method, service, headers, payload }: Frame): Buffer =>
  Buffer.concat([
    number(1, 0),
    number(2, 0),
    number(3, service),
    number(4, method),
    ...headers.map(([key, value]) =>
      field(5, Buffer.concat([field(1, Buffer.from(key)), field(2, Buffer.from(value))])),
    ),
    field(8, Buffer.from(payload)),
  ])

interface Part {
  number: number
  value: number
  bytes: Buffer
}

const parts = (bytes: Buffer): Part[] => {
  const found: Part[] = []
  let at = 0
  const next = (): number => {
    let value = 0
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++] ?? 0
      value += (byte & 127) * 2 ** shift
      if (byte < 128) return value
    }
  }
  while (at < bytes.length) {
    const tag = next()
    const length = next()
    const isBytes = (tag & 7) === 2
    found.push({ number: tag >>> 3, value: length, bytes: isBytes ? bytes.subarray(at, at + length) : Buffer.alloc(0) })
    if (isBytes) at += length
  }
  return found
}

export const readFrame = (bytes: Buffer): Frame => {
  const all = parts(bytes)
  const value = (at: number): number => all.find(part => part.number === at)?.value ?? 0
  const text = (list: Part[], at: number): string => list.find(part => part.number === at)?.bytes.toString() ?? ''
  return {
    service: value(3),
    method: value(4),
    headers: all
      .filter(part => part.number === 5)
      .map(part => {
        const pair = parts(part.bytes)
        return [text(pair, 1), text(pair, 2)]
      }),
    payload: text(all, 8),
  }
}
