export interface Unit {
  user: string
  /** The folder that holds package.json. */
  folder: string
  node: string
  /** Folders that the program writes to. */
  writes: string[]
  /** The environment's file, when it is not `.env` in the folder. */
  envFile: string | undefined
}

/** A systemd unit. It starts what `npm start` starts, which reads the same `.env`. */
export const unitText = ({ user, folder, node, writes, envFile }: Unit): string => `[Unit]
Description=Wanling 晚铃
After=network-online.target
Wants=network-online.target

[Service]
User=${user}
WorkingDirectory=${folder}
${envFile ? `Environment="WANLING_ENV_FILE=${envFile}"\n` : ''}ExecStart="${node}" tools/start.mjs
Restart=always
RestartSec=5
TimeoutStopSec=90
UMask=0077
NoNewPrivileges=yes
PrivateTmp=yes
ProtectSystem=strict
ReadWritePaths=${writes.map(path => `"${path}"`).join(' ')}
ProtectKernelTunables=yes
ProtectControlGroups=yes
RestrictSUIDSGID=yes
LockPersonality=yes

[Install]
WantedBy=multi-user.target
`
