import { createRoot } from 'react-dom/client'
import './ui/tokens/tokens.css'
import './ui/tokens/base.css'
import './features/report/reportPage.css'
import { ReportPage } from './features/report/ReportPage.tsx'

const root = document.getElementById('root')
if (root !== null) createRoot(root).render(<ReportPage query={new URLSearchParams(location.search)} />)
