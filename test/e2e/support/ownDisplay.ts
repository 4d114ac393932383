/** Where there are virtual displays, each worker's windows open on its own. */
const displays = process.env['KEBU_DISPLAYS']?.split(' ') ?? []
const own = displays[(Number(process.env['VITEST_POOL_ID'] ?? 1) - 1) % displays.length]
if (own !== undefined) process.env['DISPLAY'] = own
