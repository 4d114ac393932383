/** The one channel on which pages call the main process, and the one on which events come to them. */
export const channel = 'kebu'
export const eventChannel = 'kebu:event'
