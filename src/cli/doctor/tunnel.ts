/** The configuration of both ends of a way in for a machine without a public address, ready to be copied. */
export interface Tunnel {
  /** The small public machine's name. */
  host: string
  /** The port on which Wanling listens on the campus machine. */
  port: number
}

/** A loopback port of the public machine, at which the tunnel comes out. */
const OUTER = 8787
const FRP = 7000

/** Both files of the frp way, the line of the ssh way, and the nginx in front of either. Only what platforms need is let through. */
export const tunnelText = ({ host, port }: Tunnel): string => `# 1. ${host}: /etc/frp/frps.toml
bindPort = ${FRP}
auth.method = "token"
auth.token = "CHANGE-ME"
# What comes out of the tunnel is for nginx on the same machine only.
proxyBindAddr = "127.0.0.1"

# 2. campus: /etc/frp/frpc.toml
serverAddr = "${host}"
serverPort = ${FRP}
auth.method = "token"
auth.token = "CHANGE-ME"
transport.tls.enable = true

[[proxies]]
name = "wanling"
type = "tcp"
localIP = "127.0.0.1"
localPort = ${port}
remotePort = ${OUTER}

# 2b. campus, instead of frp: a line for /etc/systemd/system/wanling-tunnel.service
ExecStart=/usr/bin/ssh -NT -o ExitOnForwardFailure=yes -o ServerAliveInterval=30 -R 127.0.0.1:${OUTER}:127.0.0.1:${port} tunnel@${host}

# 3. ${host}: /etc/nginx/conf.d/wanling.conf
server {
  listen 443 ssl;
  server_name ${host};
  ssl_certificate /etc/letsencrypt/live/${host}/fullchain.pem;
  ssl_certificate_key /etc/letsencrypt/live/${host}/privkey.pem;
  client_max_body_size 8m;
  # Addresses of links stand for a family: they are not logged.
  access_log off;

  location ~ ^/(hooks/|n/|chat|healthz|privacy|draws/|receipts/|console) {
    proxy_pass http://127.0.0.1:${OUTER};
    proxy_set_header Host $host;
    proxy_set_header X-Forwarded-Proto https;
    proxy_set_header X-Forwarded-For $remote_addr;
    proxy_read_timeout 15s;
  }
  location / {
    return 404;
  }
}

# 4. campus: .env
PUBLIC_URL=https://${host}
HOST=127.0.0.1
PORT=${port}
`
