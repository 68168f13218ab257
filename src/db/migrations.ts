import first from '../../migrations/0000_first.sql?raw'
import nickname from '../../migrations/0001_nickname.sql?raw'
import channels from '../../migrations/0002_channels.sql?raw'
import consoleTables from '../../migrations/0003_console.sql?raw'
import roster from '../../migrations/0004_import.sql?raw'
import answerTimes from '../../migrations/0005_answer_times.sql?raw'
import reminder from '../../migrations/0006_reminder.sql?raw'
import erasure from '../../migrations/0007_erasure.sql?raw'
import helper from '../../migrations/0008_helper.sql?raw'

export interface Migration {
  name: string
  statements: string[]
}

const migration = (name: string, sql: string): Migration => ({
  name,
  statements: sql
    .split('--> statement-breakpoint')
    .map(one => one.trim())
    .filter(Boolean),
})

/** Every change of the schema, oldest first. The SQL is bundled as text, so that a Worker can check its version too. */
export const MIGRATIONS: Migration[] = [
  migration('0000_first', first),
  migration('0001_nickname', nickname),
  migration('0002_channels', channels),
  migration('0003_console', consoleTables),
  migration('0004_import', roster),
  migration('0005_answer_times', answerTimes),
  migration('0006_reminder', reminder),
  migration('0007_erasure', erasure),
  migration('0008_helper', helper),
]
