import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import './ui/tokens/tokens.css'
import './ui/tokens/base.css'
import { slots } from './features.ts'
import { App } from './shell/App.tsx'
import { optionColorCss } from './ui/tokens/optionColorStyle.ts'

const colors = document.createElement('style')
colors.textContent = optionColorCss()
document.head.append(colors)

const root = document.getElementById('root')
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <App slots={slots} />
    </StrictMode>,
  )
}
