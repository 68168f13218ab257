/** An uploaded file of a multipart call. */
export interface Upload {
  name: string
  bytes: Uint8Array
}

export type Params = Record<string, unknown>

/**
 * The parameters of a call, from its query, JSON, form or multipart body, as the platform takes them. Files stand
 * under their `attach://` names. Undefined when the body cannot be read.
 */
export const readParams = async (body: Buffer, type: string, query: URLSearchParams): Promise<Params | undefined> => {
  const given: Params = Object.fromEntries(query)
  if (body.length === 0) return given
  try {
    if (type.startsWith('application/json')) return { ...given, ...JSON.parse(body.toString()) }
    const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData()
    for (const [key, value] of form) given[key] = typeof value === 'string' ? value : await upload(value)
    return given
  } catch {
    return undefined
  }
}

const upload = async (file: File): Promise<Upload> => ({
  name: file.name,
  bytes: new Uint8Array(await file.arrayBuffer()),
})

export const textOf = (params: Params, key: string): string => {
  const value = params[key]
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : ''
}

/** A whole number; undefined where there is none. */
export const intOf = (params: Params, key: string): number | undefined => {
  const text = textOf(params, key)
  return /^-?\d+$/.test(text) ? Number(text) : undefined
}

/** An object or list, which form bodies carry as JSON text. */
export const jsonOf = (params: Params, key: string): unknown => {
  const value = params[key]
  return typeof value === 'string' ? JSON.parse(value) : value
}

export const isUpload = (value: unknown): value is Upload =>
  typeof value === 'object' && value !== null && 'bytes' in value && value.bytes instanceof Uint8Array
