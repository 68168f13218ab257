import { existsSync } from 'node:fs'

/** The file that holds the environment: the one named by WANLING_ENV_FILE, or `.env` in the working folder. */
export const envFile = (): string => process.env.WANLING_ENV_FILE || '.env'

/** Reads the file of the environment, if there is one. What the environment holds already stays as it is. */
export const loadEnvFile = (): void => {
  if (existsSync(envFile())) process.loadEnvFile(envFile())
}
