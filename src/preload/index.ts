import { contextBridge, ipcRenderer, webUtils } from 'electron'
import { channel, eventChannel } from '#shared/contract/channel.ts'
import type { AppEvents, Bridge } from '#shared/contract/events.ts'

const bridge: Bridge = {
  invoke: (name, input, callId) => ipcRenderer.invoke(channel, { kind: 'run', name, input, callId }),
  cancel: (callId) => void ipcRenderer.invoke(channel, { kind: 'cancel', callId }),
  subscribe: (listener) => {
    const pass = (_event: unknown, name: keyof AppEvents, payload: AppEvents[keyof AppEvents]) => listener(name, payload)
    ipcRenderer.on(eventChannel, pass)
    return () => void ipcRenderer.off(eventChannel, pass)
  },
  pathOfDroppedFile: (file) => {
    const path = file instanceof File ? webUtils.getPathForFile(file) : ''
    if (path !== '') void ipcRenderer.invoke(channel, { kind: 'dropped', path })
    return path
  },
}

contextBridge.exposeInMainWorld('kebu', bridge)
