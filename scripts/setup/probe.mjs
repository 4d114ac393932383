// Its own process, because Node reads NODE_USE_ENV_PROXY only when it starts.
const url = process.argv[2] ?? ''
try {
  const answer = await fetch(url, { method: 'HEAD', redirect: 'follow', signal: AbortSignal.timeout(5000) })
  process.exit(answer.ok ? 0 : 1)
} catch {
  process.exit(1)
}
