import type { BackupFault } from '../db/backup/fault.ts'
import type { Language } from './language.ts'

interface BackupWords {
  copying: (percent: number) => string
  made: (file: string, megabytes: string, sha256: string) => string
  noKey: string
  restored: (at: string) => string
  restoredPlain: string
  kept: (path: string) => string
  since: string
  next: string
  remote: string
  fault: Record<BackupFault, (file: string) => string>
  failed: (file: string, reason: string) => string
  untouched: string
}

/** Sentences of `wanling backup` and `wanling restore`. */
export const backupWords: Record<Language, BackupWords> = {
  zh: {
    copying: percent => `正在备份 ${percent}%`,
    made: (file, megabytes, sha256) => `备份好了,也打开验过了:${file}(${megabytes} MB)\nSHA-256 ${sha256}`,
    noKey: '备份里没有 SECRET_KEY。没有它,备份打不开,请另外收好。',
    restored: at => `恢复好了,是 ${at} 的备份。`,
    restoredPlain: '恢复好了。',
    kept: path => `原来的数据库留在 ${path},三十天后自动删掉。`,
    since: '这份备份以后说的都不在里面;这以后要求删除的,也要再删一次。',
    next: '现在可以启动了。',
    remote: '数据库不在这台机器上,备份要在放数据库的那一头做。',
    fault: {
      unreadable: file => `${file}:没有这个文件,或者读不了。`,
      'no-seal': file =>
        `${file}:不是 wanling backup 做的备份,或者没有拷完整。请换一份;确实是一个数据库文件的话,加上 --plain。`,
      damaged: file => `${file}:坏了,内容和做备份时对不上。请换一份备份。`,
      foreign: file => `${file}:这是别的程序的数据库。`,
      newer: file => `${file}:是更新版的晚铃做的。请先装上那个版本。`,
      'no-key': () => '没有 SECRET_KEY。请把做备份那台机器的 SECRET_KEY 写进 .env。',
      'wrong-key': file => `${file}:现在的 SECRET_KEY 打不开它。请换回当时的 SECRET_KEY。`,
      'in-use': () => '有程序正开着数据库。先停下晚铃(systemctl stop wanling),再来一次。',
      'no-room': file => `${file}:磁盘放不下。请腾出地方,或者换一个文件夹。`,
      exists: file => `${file}:已经有这个文件了,请换一个名字。`,
      'no-database': () => '这里还没有数据库,没有可备份的。',
    },
    failed: (file, reason) => `${file}:写不进去(${reason})。请看看文件夹在不在、能不能写。`,
    untouched: '什么也没有动。',
  },
  en: {
    copying: percent => `backing up ${percent}%`,
    made: (file, megabytes, sha256) =>
      `Backed up, and opened to make sure: ${file} (${megabytes} MB)\nSHA-256 ${sha256}`,
    noKey: 'The backup does not hold SECRET_KEY. Without that it cannot be opened: keep it somewhere else.',
    restored: at => `Restored, from the backup of ${at}.`,
    restoredPlain: 'Restored.',
    kept: path => `The database as it was is kept as ${path} for thirty days.`,
    since: 'What was told after the backup is not in it, and who asked to be deleted since then must be deleted again.',
    next: 'It can be started now.',
    remote: 'This database is not on this machine; it is backed up where it is kept.',
    fault: {
      unreadable: file => `${file}: there is no such file, or it cannot be read.`,
      'no-seal': file =>
        `${file}: no backup made by wanling backup, or not all of it. Take another one; if it is a plain database file, add --plain.`,
      damaged: file => `${file}: damaged; it is not what was backed up. Take another backup.`,
      foreign: file => `${file}: a database of some other program.`,
      newer: file => `${file}: made by a newer Wanling. Install that version first.`,
      'no-key': () => 'SECRET_KEY is not set. Put the SECRET_KEY of the machine that made the backup into .env.',
      'wrong-key': file => `${file}: the present SECRET_KEY does not open it. Put back the one it was made with.`,
      'in-use': () => 'A program has the database open. Stop Wanling first (systemctl stop wanling), then try again.',
      'no-room': file => `${file}: there is no room on the disk. Make some, or take another folder.`,
      exists: file => `${file}: is there already; take another name.`,
      'no-database': () => 'There is no database here yet, so there is nothing to back up.',
    },
    failed: (file, reason) =>
      `${file}: cannot be written (${reason}). See whether the folder is there and may be written to.`,
    untouched: 'Nothing was touched.',
  },
}
