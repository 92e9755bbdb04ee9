import { createApp } from './app.ts'

/** The door of the deployed worker: its clock is the machine's. */
export default createApp(Date.now)
