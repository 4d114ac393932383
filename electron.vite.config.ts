import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import { join } from 'node:path'

const src = join(import.meta.dirname, 'src')

// Oldest Electron it runs in: 33 (Node 20.18, Chromium 130).
export default defineConfig({
  main: {
    build: {
      target: 'node20.18',
      rolldownOptions: {
        input: {
          index: join(src, 'main/index.ts'),
          cli: join(src, 'main/cli.ts'),
          worker: join(src, 'main/host/worker.ts'),
        },
        output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      target: 'node20.18',
      // A sandboxed preload can load neither packages nor other files, and only CommonJS.
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: join(src, 'preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    build: {
      target: 'chrome130',
      // AG Grid, antd and ECharts are large by nature and are read from disk.
      chunkSizeWarningLimit: 3000,
      rolldownOptions: {
        input: { index: join(src, 'renderer/index.html'), report: join(src, 'renderer/report.html') },
      },
    },
    plugins: [react()],
  },
})
