import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useLayoutEffect } from 'react'
import { CommandKeys } from '../commands/CommandKeys.tsx'
import { useBase } from '../client/useBase.ts'
import { FileLayers } from '../files/FileLayers.tsx'
import { LockDialog } from '../locks/LockDialog.tsx'
import { Centre } from './Centre.tsx'
import { Dialogs } from './Dialogs.tsx'
import { FileDrop, waitingImportKey } from './FileDrop.tsx'
import './frame.css'
import { notifyError } from './notices.ts'
import { remember, remembered } from './remember.ts'
import { RowPageSlot } from './RowPageSlot.tsx'
import { SideBar } from './SideBar.tsx'
import { useShell } from './state.ts'
import { connectViewDrafts } from './viewDrafts.ts'

/** Side bar, centre, and the page of a row at the right. */
export function Frame() {
  const base = useBase()
  const client = useQueryClient()
  const { path } = base.description

  useLayoutEffect(() => {
    useShell.getState().restore(remembered(path))
    return useShell.subscribe((state) => remember(path, state))
  }, [path])
  useEffect(() => connectViewDrafts(client, (error) => notifyError(error)), [client])

  // A workbook dropped on the welcome screen: it has a base to go into now.
  useEffect(() => {
    const waiting = sessionStorage.getItem(waitingImportKey)
    sessionStorage.removeItem(waitingImportKey)
    if (waiting !== null) useShell.getState().openDialog({ kind: 'import', path: waiting })
  }, [])

  return (
    <div className="frame">
      <CommandKeys />
      <FileDrop />
      <SideBar />
      <Centre />
      <RowPageSlot />
      <Dialogs />
      <FileLayers />
      <LockDialog />
    </div>
  )
}
