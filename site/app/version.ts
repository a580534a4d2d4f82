/** Of what the app writes: raised when a record comes to say something else than before. */
export const APP_VERSION = 1
